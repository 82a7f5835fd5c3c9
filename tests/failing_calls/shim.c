// Preloaded into a program, makes one of its calls fail.
//   FAIL_CALL=write FAIL_AT=7 FAIL_ERROR=28   the seventh write(2) fails with that errno
//   FAIL_SHORT=1                              it succeeds with one byte instead
//   FAIL_COUNTS=FILE                          nothing fails; at the end the file gets a line "NAME CALLS" for each
//   FAIL_CALLER=FILE                          the file gets the name of the program or library whose call failed
// Calls are counted over all threads of the program. What the C library calls inside itself is not seen.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum Call {
#define CALL(name) call_##name,
#include "calls.def"
  call_count
};

static const char* const names[] = {
#define CALL(name) #name,
#include "calls.def"
};

static atomic_long counts[call_count];
static enum Call wanted = call_count;
static long wanted_at;
static int wanted_error;
static int wanted_short;
static const char* caller_file;

__attribute__((constructor)) static void begin(void) {
  const char* name = getenv("FAIL_CALL");
  const char* at = getenv("FAIL_AT");
  const char* error = getenv("FAIL_ERROR");
  for (int call = 0; name != NULL && call < call_count; ++call) {
    if (strcmp(name, names[call]) == 0) wanted = (enum Call)call;
  }
  wanted_at = at != NULL ? atol(at) : 0;
  wanted_error = error != NULL ? atoi(error) : EIO;
  wanted_short = getenv("FAIL_SHORT") != NULL;
  caller_file = getenv("FAIL_CALLER");
  for (int call = 0; call < call_count; ++call) atomic_store(&counts[call], 0);
}

__attribute__((destructor)) static void end(void) {
  const char* file = getenv("FAIL_COUNTS");
  if (file == NULL) return;
  FILE* counted = fopen(file, "w");
  if (counted == NULL) return;
  for (int call = 0; call < call_count; ++call) {
    fprintf(counted, "%s %ld\n", names[call], atomic_load(&counts[call]));
  }
  fclose(counted);
}

// By system calls, which are not counted.
static void note_caller(void* address) {
  Dl_info where;
  if (caller_file == NULL || dladdr(address, &where) == 0) return;
  const int file = (int)syscall(SYS_openat, AT_FDCWD, caller_file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  syscall(SYS_write, file, where.dli_fname, strlen(where.dli_fname));
  syscall(SYS_close, file);
}

// Whether this call is the one.
static int fails_for(enum Call call, void* caller) {
  const long count = atomic_fetch_add(&counts[call], 1) + 1;
  if (call != wanted || count != wanted_at) return 0;
  note_caller(caller);
  errno = wanted_error;
  return 1;
}

#define fails(call) fails_for(call, __builtin_return_address(0))

static size_t shortened(size_t size) {
  return size > 0 ? 1 : 0;
}

#define WRAP(type, name, failure, declared, passed)  \
  type name declared {                               \
    static type(*real) declared = NULL;              \
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, #name); \
    if (fails(call_##name)) return failure;          \
    return real passed;                              \
  }

// One that moves `size` bytes.
#define WRAP_TRANSFER(name, call, declared, passed)             \
  ssize_t name declared {                                       \
    static ssize_t(*real) declared = NULL;                      \
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, #name); \
    if (fails(call)) {                                          \
      if (!wanted_short) return -1;                             \
      size = shortened(size);                                   \
    }                                                           \
    return real passed;                                         \
  }

#define WRAP_OPEN(name, call)                                            \
  int name(const char* path, int flags, ...) {                           \
    static int (*real)(const char*, int, mode_t) = NULL;                 \
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, #name);          \
    va_list arguments;                                                   \
    va_start(arguments, flags);                                          \
    const mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0; \
    va_end(arguments);                                                   \
    if (fails(call)) return -1;                                          \
    return real(path, flags, mode);                                      \
  }

WRAP_OPEN(open, call_open)
WRAP_OPEN(open64, call_open)
WRAP_TRANSFER(read, call_read, (int file, void* bytes, size_t size), (file, bytes, size))
WRAP_TRANSFER(pread, call_pread, (int file, void* bytes, size_t size, off_t at), (file, bytes, size, at))
WRAP_TRANSFER(pread64, call_pread, (int file, void* bytes, size_t size, off64_t at), (file, bytes, size, at))
WRAP_TRANSFER(write, call_write, (int file, const void* bytes, size_t size), (file, bytes, size))
WRAP_TRANSFER(send, call_send, (int file, const void* bytes, size_t size, int flags), (file, bytes, size, flags))
WRAP_TRANSFER(recv, call_recv, (int file, void* bytes, size_t size, int flags), (file, bytes, size, flags))
WRAP(ssize_t, writev, -1, (int file, const struct iovec* parts, int count), (file, parts, count))
WRAP(int, fsync, -1, (int file), (file))
WRAP(int, rename, -1, (const char* from, const char* to), (from, to))
WRAP(int, linkat, -1, (int a, const char* from, int b, const char* to, int flags), (a, from, b, to, flags))
WRAP(int, unlink, -1, (const char* path), (path))
WRAP(int, mkdir, -1, (const char* path, mode_t mode), (path, mode))
WRAP(int, fchmod, -1, (int file, mode_t mode), (file, mode))
WRAP(int, fchown, -1, (int file, uid_t user, gid_t group), (file, user, group))
WRAP(int, flock, -1, (int file, int operation), (file, operation))
WRAP(int, utimensat, -1, (int at, const char* path, const struct timespec times[2], int flags), (at, path, times, flags))
WRAP(int, access, -1, (const char* path, int mode), (path, mode))
WRAP(int, stat, -1, (const char* path, struct stat* status), (path, status))
WRAP(int, lstat, -1, (const char* path, struct stat* status), (path, status))
WRAP(int, fstat, -1, (int file, struct stat* status), (file, status))
WRAP(ssize_t, readlink, -1, (const char* path, char* to, size_t size), (path, to, size))
WRAP(char*, realpath, NULL, (const char* path, char* to), (path, to))
WRAP(char*, getcwd, NULL, (char* to, size_t size), (to, size))
WRAP(DIR*, opendir, NULL, (const char* path), (path))
WRAP(FILE*, fopen, NULL, (const char* path, const char* mode), (path, mode))
WRAP(FILE*, fopen64, NULL, (const char* path, const char* mode), (path, mode))
WRAP(void*, dlopen, NULL, (const char* path, int flags), (path, flags))
WRAP(int, socket, -1, (int domain, int type, int protocol), (domain, type, protocol))
WRAP(int, connect, -1, (int file, const struct sockaddr* to, socklen_t size), (file, to, size))
WRAP(int, poll, -1, (struct pollfd* files, nfds_t count, int timeout), (files, count, timeout))
WRAP(void*, mmap, MAP_FAILED, (void* at, size_t size, int protection, int flags, int file, off_t offset),
     (at, size, protection, flags, file, offset))
WRAP(int, pthread_create, EAGAIN,
     (pthread_t* thread, const pthread_attr_t* attributes, void* (*begin_at)(void*), void* with),
     (thread, attributes, begin_at, with))

// Linux closes the file in any case (close(2)).
int close(int file) {
  static int (*real)(int) = NULL;
  if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, "close");
  const int result = real(file);
  return fails(call_close) ? -1 : result;
}

// dlsym() itself asks for memory, so that these go to the C library by its own names.
extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);

void* malloc(size_t size) {
  return fails(call_malloc) ? NULL : __libc_malloc(size);
}

void* calloc(size_t count, size_t size) {
  return fails(call_calloc) ? NULL : __libc_calloc(count, size);
}

void* realloc(void* old, size_t size) {
  return fails(call_realloc) ? NULL : __libc_realloc(old, size);
}

int posix_memalign(void** memory, size_t alignment, size_t size) {
  if (fails(call_posix_memalign)) return ENOMEM;
  *memory = __libc_memalign(alignment, size);
  return *memory != NULL ? 0 : ENOMEM;
}

void* aligned_alloc(size_t alignment, size_t size) {
  return fails(call_aligned_alloc) ? NULL : __libc_memalign(alignment, size);
}
