// What `make` is to do with each page: command line and configuration put together.
#pragma once

#include <filesystem>
#include <vector>

#include "base/error.h"
#include "caption/style.h"
#include "config/config.h"
#include "make.h"
#include "output_formats.h"

namespace cmos {

struct Output {
  const OutputFormat* format;
  std::filesystem::path path;  // Empty: the standard output; of an MP3, the place of the page's.

  bool makes_mp3() const { return format->is_mp3(); }
  bool shows_words() const { return format->material == Material::words; }
  bool shows_chapters() const { return format->material == Material::chapters; }
};

struct PagePlan {
  std::filesystem::path page;
  Config config;
  Style style;
  std::vector<Output> outputs;
  std::vector<FeedFile> feed_files;  // What a feed names.
};

// The plan of every page, or why the command line makes no sense. `configs` are the pages'.
Result<std::vector<PagePlan>> plan_pages(const MakeOptions& options,
                                         const std::vector<Config>& configs);

}  // namespace cmos
