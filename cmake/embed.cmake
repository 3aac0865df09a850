# Turns files into C++ arrays: cmake -DOUTPUT=… "-DFILES=a;b" -P embed.cmake writes the source that built_in.h declares.
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
file(WRITE ${OUTPUT} "// The files of templates/; made by cmake/embed.cmake.
#include \"documents/built_in.h\"

namespace planc {

namespace {

${arrays}
constexpr BuiltIn files[] = {
${entries}};

} // namespace

std::span<const BuiltIn> built_in_files() { return files; }

} // namespace planc
")
