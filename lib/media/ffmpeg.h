// Ownership of FFmpeg's objects. Inside lib/media only.
#pragma once

#include <cerrno>
#include <memory>
#include <new>

struct AVCodecContext;
struct AVFormatContext;
struct AVFrame;
struct AVIOContext;
struct AVPacket;
struct SwrContext;

namespace cmos {

struct FfmpegDeleter {
  void operator()(AVCodecContext* codec) const;
  void operator()(AVFormatContext* format) const;
  void operator()(AVFrame* frame) const;
  void operator()(AVIOContext* io) const;
  void operator()(AVPacket* packet) const;
  void operator()(SwrContext* resampler) const;
};

template <typename T>
using FfmpegPtr = std::unique_ptr<T, FfmpegDeleter>;

// What a function of FFmpeg has returned, unless memory was out: then std::bad_alloc. As an error
// like others it would pass for the end of the sound, or for damage.
inline int checked(int result) {
  if (result == -ENOMEM) throw std::bad_alloc();
  return result;
}

// FFmpeg gives no object only when memory is out: then std::bad_alloc.
template <typename T>
FfmpegPtr<T> own(T* object) {
  if (object == nullptr) throw std::bad_alloc();
  return FfmpegPtr<T>(object);
}

}  // namespace cmos
