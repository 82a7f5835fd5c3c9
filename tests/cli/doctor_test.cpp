// `doctor` and `--version`.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "sample_folder.h"

using Catch::Matchers::Contains;
using Catch::Matchers::Matches;

namespace {

const std::vector<std::string> kLoaded{"libavutil.so.57",  "libswresample.so.4",
                                       "libavcodec.so.59", "libavformat.so.59",
                                       "libcurl.so.4",     "libmicrohttpd.so.12"};  // By Debian 12.

// Puts an empty file in place of the library that the program loads.
Finished captions_without(const SampleFolder& folder, const std::string& soname,
                          const std::string& argument) {
  const auto libraries = folder.path() / soname;
  std::filesystem::create_directory(libraries);
  folder.write(soname + "/" + soname, "");
  return captions({argument}, "LD_LIBRARY_PATH=" + quoted(libraries) + " ");
}

// Of the library that is loaded by that name.
std::string package_of(std::string soname) {
  return soname.erase(soname.find(".so."), 4);
}

}  // namespace

TEST_CASE("the version is that of the build and of what it works with") {
  const auto result = captions({"--version"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Matches("cmos-captions " CMOS_EXPECTED_VERSION
                                 " \\(commit ([0-9a-f]{12}(-dirty)?|unknown)\\)\n"
                                 "([^:\n]+: [^\n]+\n)+"));
  CHECK_THAT(result.out, Contains("libavcodec: 59."));
  CHECK_THAT(result.out, Contains("libcurl: 7."));
  CHECK_THAT(result.out, Contains("ICU: 72."));
  CHECK_THAT(result.out, Contains("English model: /usr/share/pocketsphinx/"));
}

TEST_CASE("where all is installed the doctor has nothing to say") {
  const auto result = captions({"doctor"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, !Contains("missing") && !Contains("apt-get"));
  CHECK_THAT(result.out, Contains("\nCaptions can be made from sound.\n"));
}

TEST_CASE("what is loaded when it is needed is not loaded at the start") {
  const auto result = captions({"--version"}, "LD_TRACE_LOADED_OBJECTS=1 ");
  CHECK_THAT(result.out, Contains("libicuuc.so"));
  for (const auto& soname : kLoaded) CHECK_THAT(result.out, !Contains(soname));
  CHECK_THAT(result.out,
             !Contains("libespeak-ng") && !Contains("libssl") && !Contains("libgnutls"));
}

TEST_CASE("the doctor names each library that cannot be loaded and its package") {
  const SampleFolder folder;
  for (const auto& soname : kLoaded) {
    CAPTURE(soname);
    const auto lacking = soname == "libcurl.so.4"          ? "captions onto YouTube"
                         : soname == "libmicrohttpd.so.12" ? "a review page that is served"
                                                           : "captions from sound";
    const bool is_for_sound = lacking == std::string("captions from sound");
    const auto result = captions_without(folder, soname, "doctor");
    CHECK(result.exit_code == (is_for_sound ? 1 : 0));
    CHECK_THAT(result.out, Contains("for " + std::string(lacking) + "\n"));
    CHECK_THAT(result.out, Contains(soname + ": file too short\n"));
    CHECK_THAT(result.out, Contains(package_of(soname)));
    CHECK_THAT(result.out, Contains(is_for_sound ? "Captions cannot be made from sound.\n"
                                                 : "Captions can be made from sound.\n"));
    const auto version = captions_without(folder, soname, "--version");
    CHECK(version.exit_code == 0);
    CHECK_THAT(version.out, Contains(": cannot be used\n"));
  }
}

TEST_CASE("without espeak-ng the doctor says which words lack it") {
  const SampleFolder folder;
  const auto result = captions_without(folder, "libespeak-ng.so.1", "doctor");
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("for words of other languages laid on their sound\n"));
  CHECK_THAT(result.out, Contains("libespeak-ng1"));
}

TEST_CASE("without its model the doctor says what English words lack") {
  const std::string hidden =
      "unshare --mount sh -c 'mount -t tmpfs none /usr/share/pocketsphinx && exec \"$@\"' sh ";
  if (run({"true"}, hidden).exit_code != 0) {
    WARN("SKIPPED: no folder can be hidden here");
    return;
  }
  const auto result = captions({"doctor"}, hidden);
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("missing for English words laid on their sound\n"));
  CHECK_THAT(result.out, Contains("\n  apt-get install --reinstall pocketsphinx-en-us\n"));
}

TEST_CASE("a model that cannot be read keeps captions from being made") {
  const std::string emptied =
      "unshare --mount sh -c 'mount -t tmpfs none /usr/share/pocketsphinx && "
      "mkdir -p /usr/share/pocketsphinx/model/en-us/en-us && exec \"$@\"' sh ";
  if (run({"true"}, emptied).exit_code != 0) {
    WARN("SKIPPED: no folder can be hidden here");
    return;
  }
  const auto result = captions({"doctor"}, emptied);
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.out, Contains("Captions cannot be made from sound.\n"));
}
