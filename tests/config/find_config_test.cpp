#include "config/find_config.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using cmos::find_config;
using cmos::folders_up;
using Paths = std::vector<fs::path>;

namespace {

// A temporary folder, links in its name resolved.
struct Tree {
  TemporaryFolder folder;
  fs::path root = fs::canonical(folder.path());

  Tree() { fs::create_directories(root / "home/site/pages"); }
  void config(const std::string& where) const {
    std::ofstream(root / where / cmos::kConfigFile) << "formats: vtt\n";
  }
};

}  // namespace

TEST_CASE("folders go up to the repository's root or the home folder, whichever comes first") {
  const Tree tree;
  const auto home = tree.root / "home";
  const auto pages = home / "site/pages";
  CHECK(folders_up(pages, home) == Paths{pages, home / "site", home});
  CHECK(folders_up(pages / ".." / "pages/", home / "") == Paths{pages, home / "site", home});
  fs::create_directory(home / "site/.git");
  CHECK(folders_up(pages, home) == Paths{pages, home / "site"});
  CHECK(folders_up(pages, {}) == Paths{pages, home / "site"});
}

TEST_CASE("a folder that lies neither in a repository nor in the home folder stands alone") {
  const Tree tree;
  const auto pages = tree.root / "home/site/pages";
  CHECK(folders_up(pages, tree.root / "other") == Paths{pages});
  CHECK(folders_up(pages, {}) == Paths{pages});
}

TEST_CASE("the nearest configuration is the page's") {
  const Tree tree;
  const auto home = tree.root / "home";
  const auto page = home / "site/pages/episode.md";
  tree.config(".");
  CHECK_FALSE(find_config(page, home));
  tree.config("home");
  CHECK(find_config(page, home) == home / cmos::kConfigFile);
  CHECK_FALSE(find_config(page, {}));
  tree.config("home/site");
  CHECK(find_config(page, home) == home / "site" / cmos::kConfigFile);
  tree.config("home/site/pages");
  CHECK(find_config(page, home) == home / "site/pages" / cmos::kConfigFile);
}
