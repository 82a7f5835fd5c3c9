# cmos_web_asset(NAME FILES...): sets NAME to the text of the files behind one another and NAME_SHA256 to its hash;
# a change of a file makes CMake run again.
function(cmos_web_asset name)
  set(text "")
  foreach(file ${ARGN})
    file(READ ${file} part)
    string(APPEND text "${part}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  string(SHA256 hash "${text}")
  set(${name} "${text}" PARENT_SCOPE)
  set(${name}_SHA256 ${hash} PARENT_SCOPE)
endfunction()
