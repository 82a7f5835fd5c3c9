# What `cmake --install` puts where: program, man pages, completions, library, public headers, a CMake package and a
# pkg-config file.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS cmos-captions cmos_captions EXPORT cmos-captions-targets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/cmos ${PROJECT_BINARY_DIR}/include/cmos
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h" PATTERN "*.def")

set(manual ${PROJECT_BINARY_DIR}/manual)
install(FILES ${manual}/cmos-captions.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${manual}/cmos-captions.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${manual}/cmos-captions.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME cmos-captions)
install(FILES ${manual}/_cmos-captions DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${manual}/cmos-captions.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# What pages that hold a player include (docs/player.md).
install(DIRECTORY ${PROJECT_BINARY_DIR}/web DESTINATION ${CMAKE_INSTALL_DATADIR}/cmos-captions)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/cmos-captions)
install(EXPORT cmos-captions-targets NAMESPACE cmos:: DESTINATION ${package_dir})
configure_package_config_file(cmake/cmos-captions-config.cmake.in ${PROJECT_BINARY_DIR}/cmos-captions-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cmos-captions-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/cmos-captions-config.cmake ${PROJECT_BINARY_DIR}/cmos-captions-config-version.cmake
  DESTINATION ${package_dir})

# What a static library needs is linked with it.
set(own_libraries "-lflite_cmulex -lflite -ldl -pthread")
if(BUILD_SHARED_LIBS)
  set(PRIVATE_IF_SHARED .private)
  set(LIBS_IF_SHARED ${own_libraries})
else()
  set(LIBS_IF_STATIC ${own_libraries})
endif()
file(RELATIVE_PATH PREFIX_FROM_PC /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/cmos-captions.pc.in ${PROJECT_BINARY_DIR}/cmos-captions.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/cmos-captions.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
