# Turns files into C++ arrays: cmake -DOUTPUT=… "-DFILES=a;b" -DHEADER=… -DTYPE=… -DFUNCTION=… -P embed.cmake writes the
# source of what the header declares: the function that gives a span of the type, which has a name and a text.
set(arrays "")
set(entries "")
set(number 0)
list(SORT FILES)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "constexpr char file_${number}[] = {${bytes}'\\0'};\n")
  string(APPEND entries "    {\"${name}\", {file_${number}, sizeof file_${number} - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Made by cmake/embed.cmake.
#include \"${HEADER}\"

namespace planc {

namespace {

${arrays}
constexpr ${TYPE} files[] = {
${entries}};

} // namespace

std::span<const ${TYPE}> ${FUNCTION}() { return files; }

} // namespace planc
")
