# What `cmake --install` puts where, and the Debian package of it (`./dev package`).

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # tests are not for installing

# Man pages and completions: what the program that was built says.
set(said ${PROJECT_BINARY_DIR}/said)
set(completions ${said}/planc.bash ${said}/_planc ${said}/planc.fish)
add_custom_command(
  OUTPUT ${said}/man1/planc.1 ${completions}
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${said}/man1 # pages of commands that are no more
  COMMAND planc manual --out ${said}/man1
  COMMAND planc completion bash > ${said}/planc.bash
  COMMAND planc completion zsh > ${said}/_planc
  COMMAND planc completion fish > ${said}/planc.fish
  DEPENDS planc
  VERBATIM)
add_custom_target(planc_said ALL DEPENDS ${said}/man1/planc.1 ${completions})

install(TARGETS planc RUNTIME DESTINATION bin)
install(TARGETS planc_print_part LIBRARY DESTINATION lib/planc) # where the program looks for it
install(DIRECTORY ${said}/man1 DESTINATION share/man)
install(FILES ${said}/planc.bash DESTINATION share/bash-completion/completions RENAME planc)
install(FILES ${said}/planc.fish DESTINATION share/fish/vendor_completions.d)
# Debian's zsh looks into one folder for what packages bring, and into another for what is installed by hand.
install(CODE "
  set(folder share/zsh/site-functions)
  if(CMAKE_INSTALL_PREFIX STREQUAL /usr)
    set(folder share/zsh/vendor-completions)
  endif()
  file(INSTALL ${said}/_planc DESTINATION \"\${CMAKE_INSTALL_PREFIX}/\${folder}\")")
install(FILES ${PROJECT_BINARY_DIR}/package/planc-config.cmake ${PROJECT_BINARY_DIR}/package/planc-config-version.cmake
        DESTINATION lib/cmake/planc)
install(DIRECTORY schemas DESTINATION share/planc)
install(FILES README.md DESTINATION share/doc/planc)
install(FILES LICENSE DESTINATION share/doc/planc RENAME copyright)
install(DIRECTORY docs examples DESTINATION share/doc/planc)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The planc authors <planc@example.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compiler for release plans")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "planc reads release plans, infers their dates, finds what cannot be carried out,\n and renders plan, checklists, runbook, execution record, sign-off sheet and chart.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tzdata, fonts-noto-cjk") # every build makes PDF files unless told otherwise
include(CPack)
