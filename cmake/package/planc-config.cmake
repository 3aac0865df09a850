# find_package(planc): the program, as PLANC_EXECUTABLE, and documents as targets, by planc_add_documents().

# Beside this package (it lies in PREFIX/lib/cmake/planc) or on PATH.
find_program(PLANC_EXECUTABLE planc HINTS "${CMAKE_CURRENT_LIST_DIR}/../../../bin" DOC "the compiler of release plans")
if(NOT PLANC_EXECUTABLE OR NOT EXISTS "${PLANC_EXECUTABLE}")
  set(planc_FOUND FALSE)
  set(planc_NOT_FOUND_MESSAGE "no program `planc` on PATH; -DPLANC_EXECUTABLE=FILE names it")
endif()

# planc_add_documents(TARGET PLANS PLAN… [ALL] [OUT FOLDER] [ONLY WHAT…] [OPTIONS OPTION…])
#
# A target that builds the documents of plans, each plan by itself, when something it is made from has changed. Plans are
# named from the source folder. ALL: it is built by default. OUT: as --out, from the binary folder; without it, the
# configuration of the plans says. ONLY: as --only. OPTIONS: further options of `planc build`, run in the source folder.
# The property PLANC_DOCUMENTS of the target is the list of all files it makes.
function(planc_add_documents target)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "ALL" "OUT" "PLANS;ONLY;OPTIONS")
  if(ARG_UNPARSED_ARGUMENTS OR ARG_KEYWORDS_MISSING_VALUES OR NOT ARG_PLANS)
    message(FATAL_ERROR "planc_add_documents(TARGET PLANS PLAN… [ALL] [OUT FOLDER] [ONLY WHAT…] [OPTIONS OPTION…])")
  endif()
  set(options ${ARG_OPTIONS})
  if(ARG_OUT)
    get_filename_component(out "${ARG_OUT}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
    list(APPEND options --out "${out}")
  endif()
  if(ARG_ONLY)
    list(JOIN ARG_ONLY "," only)
    list(APPEND options --only "${only}")
  endif()
  set(stamps)
  set(documents)
  foreach(name IN LISTS ARG_PLANS)
    get_filename_component(plan "${name}" ABSOLUTE)
    if(NOT EXISTS "${plan}")
      message(FATAL_ERROR "planc_add_documents(${target}): there is no plan ${plan} (a name with a semicolon is two names to CMake)")
    endif()
    # A plan that cannot be read has no list. Its build says why, as it says what else is wrong with a plan.
    execute_process(COMMAND "${PLANC_EXECUTABLE}" build "${plan}" ${options} --list-outputs
                    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE made ERROR_QUIET)
    string(REPLACE "\n" ";" made "${made}")
    list(REMOVE_ITEM made "")
    list(APPEND documents ${made})
    # Another list of documents in the plan is another list of files here.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${plan}")
    # planc leaves a document alone that has its text already; the stamp is what is newer than the plan.
    string(MD5 hash "${plan}")
    set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${target}.planc/${hash}.stamp")
    set(depfile "${CMAKE_CURRENT_BINARY_DIR}/${target}.planc/${hash}.d")
    add_custom_command(
      OUTPUT "${stamp}"
      BYPRODUCTS ${made}
      COMMAND "${PLANC_EXECUTABLE}" build "${plan}" ${options} --depfile "${depfile}" --depfile-target "${stamp}"
      COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
      DEPENDS "${plan}" "${PLANC_EXECUTABLE}"
      DEPFILE "${depfile}"
      WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}"
      COMMENT "Documents of ${name}"
      VERBATIM)
    list(APPEND stamps "${stamp}")
  endforeach()
  set(all)
  if(ARG_ALL)
    set(all ALL)
  endif()
  add_custom_target(${target} ${all} DEPENDS ${stamps})
  set_target_properties(${target} PROPERTIES PLANC_DOCUMENTS "${documents}")
endfunction()
