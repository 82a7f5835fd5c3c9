// ID3v2 tags byte by byte, made without the code under test.
#pragma once

#include <cstdint>
#include <string>

namespace tag_bytes {

inline std::string big_endian(std::uint64_t value, int bytes) {
  std::string result;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    result += static_cast<char>(value >> shift & 0xFF);
  }
  return result;
}

inline std::string syncsafe(std::uint64_t value) {
  std::string result;
  for (int shift = 21; shift >= 0; shift -= 7) result += static_cast<char>(value >> shift & 0x7F);
  return result;
}

inline std::string zeros(std::size_t count) {
  return std::string(count, '\0');
}

inline std::string frame22(const std::string& id, const std::string& data) {
  return id + big_endian(data.size(), 3) + data;
}

inline std::string frame23(const std::string& id, const std::string& data, int flags = 0) {
  return id + big_endian(data.size(), 4) + big_endian(static_cast<unsigned>(flags), 2) + data;
}

inline std::string frame24(const std::string& id, const std::string& data, int flags = 0) {
  return id + syncsafe(data.size()) + big_endian(static_cast<unsigned>(flags), 2) + data;
}

// Latin-1 text as a text frame holds it.
inline std::string text(const std::string& latin1) {
  return '\0' + latin1;
}

// `body` is all that the header's size counts; `lie` is added to that size.
inline std::string tag(int version, const std::string& body, int flags = 0, int lie = 0) {
  return "ID3" + big_endian(static_cast<unsigned>(version), 1) + '\0' + static_cast<char>(flags) +
         syncsafe(body.size() + static_cast<std::size_t>(lie)) + body;
}

inline std::string footer(const std::string& body, int flags = 0x10) {
  return "3DI" + std::string("\4\0", 2) + static_cast<char>(flags) + syncsafe(body.size());
}

// ID3v2.3, 5: a zero between 0xFF and what a decoder may take for a frame's start, or a zero; also
// behind a last 0xFF.
inline std::string unsynchronised(const std::string& bytes) {
  std::string result;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    result += bytes[i];
    if (bytes[i] != '\xFF') continue;
    const bool is_last = i + 1 == bytes.size();
    if (is_last || bytes[i + 1] == '\0' || (bytes[i + 1] & 0xE0) == 0xE0) result += '\0';
  }
  return result;
}

// What any unsynchronisation has to survive.
inline std::string false_syncs() {
  return std::string("owner\0\xFF\xE0\xFF\x00\x00\xFF\xFF\xFF\xFB\x90\xFF", 17);
}

inline std::string id3v1() {
  std::string result = "TAG" + std::string("Old title");
  result.resize(127, '\0');
  return result + '\x0C';
}

// APEv2 with one item, header and footer (wiki.hydrogenaud.io/index.php?title=APEv2_specification).
inline std::string ape() {
  const auto little = [](std::uint32_t value) {
    std::string result;
    for (int i = 0; i < 4; ++i, value >>= 8) result += static_cast<char>(value & 0xFF);
    return result;
  };
  const std::string item = little(5) + little(0) + std::string("Title\0", 6) + "value";
  const auto edge = [&](std::uint32_t flags) {
    return "APETAGEX" + little(2000) + little(static_cast<std::uint32_t>(item.size()) + 32) +
           little(1) + little(flags) + zeros(8);
  };
  return edge(0xA0000000) + item + edge(0x80000000);
}

}  // namespace tag_bytes
