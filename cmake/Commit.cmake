# Writes a source file that names the commit of the sources, unless it names it already: run by every build, so that
# only another commit makes the program be linked again.
#   cmake -DSOURCE=<the project> -DOUTPUT=<the file> -P Commit.cmake
set(COMMIT unknown)
if(EXISTS ${SOURCE}/.git)
  execute_process(COMMAND git -C ${SOURCE} describe --always --dirty --abbrev=12 --exclude *
    OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(NOT failed)
    set(COMMIT ${described})
  endif()
endif()
configure_file(${SOURCE}/cmake/commit.cpp.in ${OUTPUT} @ONLY)
