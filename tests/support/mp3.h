// MP3 files, made with ffmpeg and LAME as podcasters make them.
#pragma once

#include <filesystem>
#include <string>

// `bit_rate` as ffmpeg takes it: "128k". The tag gets the title if it is not empty. Throws
// std::runtime_error with what ffmpeg said.
void encode_mp3(const std::filesystem::path& sound, const std::filesystem::path& mp3,
                const std::string& bit_rate = "128k", const std::string& title = "");
