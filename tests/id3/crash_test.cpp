#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>
#include <new>
#include <random>
#include <string>
#include <thread>

#include "id3/chapters.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using cmos::Chapters;
using cmos::Time;

namespace {

Chapters one_chapter(const std::string& title) {
  return {{{Time(0), Time(1000)}, title, "", ""}};
}

// Not sound, but nothing looks at it.
std::string megabytes(std::size_t count) {
  std::mt19937 random(1);
  std::string bytes(count << 20, '\0');
  for (auto& byte : bytes) byte = static_cast<char>(random());
  bytes[0] = '\xFF';
  return bytes;
}

// Runs the function in a process of its own.
template <typename Function>
pid_t in_child(Function function) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(function());
  return child;
}

// Whether a process is marking just now, in memory that it shares with its parent.
class SharedFlag {
 public:
  SharedFlag()
      : memory_(::mmap(nullptr, sizeof(std::atomic<bool>), PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
    REQUIRE(memory_ != MAP_FAILED);
    flag_ = new (memory_) std::atomic<bool>(false);
  }
  SharedFlag(const SharedFlag&) = delete;
  SharedFlag& operator=(const SharedFlag&) = delete;
  ~SharedFlag() { ::munmap(memory_, sizeof(std::atomic<bool>)); }

  std::atomic<bool>& operator*() const { return *flag_; }

 private:
  void* memory_;
  std::atomic<bool>* flag_ = nullptr;
};

void mark_for_ever(const fs::path& source, const fs::path& target, std::atomic<bool>& is_marking) {
  for (bool first = true;; first = !first) {
    is_marking = true;
    (void)cmos::mark_chapters(source, target, one_chapter(first ? "First" : "Second"), "");
    is_marking = false;
  }
}

// What the target is after each of the two ways to mark it, and how long both took.
struct Outputs {
  std::string first;
  std::string second;
  std::chrono::microseconds duration;
};

Outputs expected_outputs(const fs::path& source, const fs::path& scratch) {
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(cmos::mark_chapters(source, scratch, one_chapter("First"), ""));
  auto first = content_of(scratch);
  REQUIRE(cmos::mark_chapters(source, scratch, one_chapter("Second"), ""));
  const auto duration = std::chrono::steady_clock::now() - start;
  return {std::move(first), content_of(scratch),
          std::chrono::ceil<std::chrono::microseconds>(duration)};
}

// Until so many kills have hit a marking: those that come before the first one begins do not count.
void kill_at_random_moments(const fs::path& source, const fs::path& target,
                            const Outputs& expected) {
  constexpr int kWanted = 40;
  constexpr int kMostKills = 200;
  std::mt19937 random(7);
  int interrupted = 0;
  for (int kills = 0; interrupted < kWanted && kills < kMostKills; ++kills) {
    const SharedFlag is_marking;
    const pid_t child = in_child([&] {
      mark_for_ever(source, target, *is_marking);
      return 0;
    });
    std::this_thread::sleep_for(expected.duration * (random() % 1000) / 1000);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    interrupted += *is_marking ? 1 : 0;
    const auto bytes = content_of(target);
    REQUIRE((bytes == expected.first || bytes == expected.second));
  }
  REQUIRE(interrupted == kWanted);
}

// 0 if all is as it should be, 77 if no small disk can be had.
int fill_a_small_disk(const fs::path& folder, const std::string& bytes) {
  if (::unshare(CLONE_NEWNS) != 0 ||
      ::mount("none", "/", "none", MS_REC | MS_PRIVATE, nullptr) != 0 ||
      ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=5m") != 0) {
    return 77;
  }
  const auto source = folder / "source.mp3";
  const auto target = folder / "target.mp3";
  std::ofstream(source, std::ios::binary) << bytes;
  std::ofstream(target, std::ios::binary) << "earlier output";
  for (const auto& path : {target, source}) {
    const auto outcome = cmos::mark_chapters(source, path, one_chapter("First"), "");
    if (outcome || outcome.error().rule.name() != "write-failed") return 1;
    if (outcome.error().message.find("No space left") == std::string::npos) return 2;
    if (content_of(source) != bytes || content_of(target) != "earlier output") return 3;
    if (std::distance(fs::directory_iterator(folder), {}) != 2) return 4;
  }
  return 0;
}

}  // namespace

TEST_CASE("a kill at any moment leaves the source and an earlier output whole") {
  const TemporaryFolder folder;
  const auto source = folder.path() / "source.mp3";
  const auto target = folder.path() / "target.mp3";
  const auto bytes = megabytes(1);
  std::ofstream(source, std::ios::binary) << bytes;
  const auto expected = expected_outputs(source, target);
  kill_at_random_moments(source, target, expected);
  CHECK(content_of(source) == bytes);
}

TEST_CASE("a kill at any moment leaves a file that is marked in place whole") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "source.mp3";
  std::ofstream(path, std::ios::binary) << megabytes(1);
  const auto expected = expected_outputs(path, path);
  kill_at_random_moments(path, path, expected);
}

TEST_CASE("a full disk leaves the source and an earlier output whole") {
  const TemporaryFolder folder;
  const auto bytes = megabytes(3);
  int status = 0;
  ::waitpid(in_child([&] { return fill_a_small_disk(folder.path(), bytes); }), &status, 0);
  REQUIRE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 77) {
    std::cout << "SKIPPED: no small disk can be mounted here\n";
    return;
  }
  CHECK(WEXITSTATUS(status) == 0);
}
