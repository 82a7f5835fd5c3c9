# A module is a folder of lib/: one static library, whose headers are included as "module/header.h".
#   cmos_module(episode SOURCES a.cpp b.cpp MODULES base LIBRARIES yaml-cpp)
# MODULES are the modules above that it may use; tests/structure checks that the includes agree.
# FAST: what it does for each frame of the sound or byte of a page is optimised in every build, or the tests wait for it;
# other modules hardly at all, or the build waits for them.
# No multiplication is fused with an addition, so that numbers are the same on all processors.
# All modules together are the library cmos::captions (lib/CMakeLists.txt), whose headers are in include/.
function(cmos_module name)
  cmake_parse_arguments(ARG "FAST" "" "SOURCES;MODULES;LIBRARIES" ${ARGN})
  add_library(cmos_${name} STATIC ${ARG_SOURCES})
  add_library(cmos::${name} ALIAS cmos_${name})
  target_include_directories(cmos_${name} PUBLIC
    ${PROJECT_SOURCE_DIR}/lib ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include)
  list(TRANSFORM ARG_MODULES PREPEND cmos::)
  target_link_libraries(cmos_${name} PUBLIC ${ARG_MODULES} PRIVATE ${ARG_LIBRARIES})
  target_compile_options(cmos_${name} PRIVATE -ffp-contract=off)
  if(ARG_FAST)
    target_compile_options(cmos_${name} PRIVATE $<$<NOT:$<CONFIG:Release>>:-O2>)
  else()
    target_compile_options(cmos_${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  cmos_lint(cmos_${name})
  set_property(GLOBAL APPEND PROPERTY CMOS_MODULES ${name})
  set_property(GLOBAL APPEND PROPERTY CMOS_LIBRARIES ${ARG_LIBRARIES})
endfunction()

# The preset asan compiles the sources of a target as one; clang-tidy reads them so, and may not mind that.
function(cmos_lint target)
  set_target_properties(${target} PROPERTIES
    UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
endfunction()
