#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
  CLI::App app{"Captions for podcast episodes from their pages and MP3s.", "cmos-captions"};
  app.set_version_flag("--version", CMOS_VERSION);
  CLI11_PARSE(app, argc, argv);
}
