# One library per folder of compiler/; a folder links just the folders and packages it may see.

find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)

add_library(planc_warnings INTERFACE)
target_compile_options(planc_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Werror)

# What nearly every source includes is read once. Every file names what it includes all the same: the house is tested for
# that, and the fuzz preset builds without this.
option(PLANC_PRELUDE "precompile the headers that nearly every source includes" ON)
if(PLANC_PRELUDE)
  add_library(planc_prelude OBJECT ${PROJECT_SOURCE_DIR}/compiler/prelude.cpp)
  set_target_properties(planc_prelude PROPERTIES POSITION_INDEPENDENT_CODE ON) # as all folders are
  target_link_libraries(planc_prelude PRIVATE planc_warnings fmt::fmt)
  target_precompile_headers(planc_prelude PRIVATE
    <algorithm> <array> <chrono> <cstddef> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string>
    <string_view> <unordered_map> <unordered_set> <utility> <variant> <vector> <fmt/format.h>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # GCC 12 forgets that what is precompiled stands in headers of the system, and warns of moves of strings in them.
    target_compile_options(planc_warnings INTERFACE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
endif()

# planc_archive(VARIABLE NAME): the static library NAME, which spares every process the search for its names at the start.
function(planc_archive variable name)
  find_library(${variable} NAMES lib${name}.a REQUIRED)
endfunction()

# planc_embed(TARGET FILES HEADER TYPE FUNCTION): the files become part of the program; HEADER declares TYPE and FUNCTION.
function(planc_embed target pattern header type function)
  file(GLOB files CONFIGURE_DEPENDS LIST_DIRECTORIES false ${pattern})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} "-DFILES=${files}" -DHEADER=${header} -DTYPE=${type} -DFUNCTION=${function}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()

# planc_folder(NAME [FOLDERS …] [PACKAGES …]): the library planc_NAME from every source of this folder.
# FOLDERS are the folders it may include, PACKAGES the libraries it uses (their headers count as system headers).
function(planc_folder name)
  cmake_parse_arguments(ARG "" "" "FOLDERS;PACKAGES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    add_library(planc_${name} INTERFACE)
    return()
  endif()
  add_library(planc_${name} STATIC ${sources})
  set_target_properties(planc_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON) # the part that prints is loaded
  target_include_directories(planc_${name} PUBLIC ${PROJECT_SOURCE_DIR}/compiler)
  target_link_libraries(planc_${name} PRIVATE planc_warnings fmt::fmt)
  if(PLANC_PRELUDE)
    target_precompile_headers(planc_${name} REUSE_FROM planc_prelude)
  endif()
  foreach(folder IN LISTS ARG_FOLDERS)
    target_link_libraries(planc_${name} PUBLIC planc_${folder})
  endforeach()
  foreach(package IN LISTS ARG_PACKAGES)
    target_link_libraries(planc_${name} PRIVATE ${package})
  endforeach()
endfunction()
