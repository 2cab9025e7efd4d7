/*
 * A layer between a process and its files, loaded with LD_PRELOAD. It sees every write, cut, flush, rename and removal below the folder
 * CORDON_WATCHED and does one of two things:
 *   - CORDON_TRACE names a file: every one of them is written there, with its bytes, in the order they happened;
 *   - the process opens "/cordon-faults/<kind>/<n>/<how many>": from the n-th of them on, so many are made to fail.
 *     kinds: error (input/output error), full (no space), short (half is written, then no space), flush (a flush fails)
 *     opening "/cordon-faults/off" ends it; "/cordon-faults/failed" gives a file with the number that failed since it was armed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 8192
#define CONTROL "/cordon-faults/"

static char *paths[MOST_FILES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char watched[PATH_MAX];
static size_t watched_length;
static int trace = -1;
static int ready;

enum kind { NONE, IO_ERROR, FULL, SHORT, FLUSH };
static enum kind armed;
static long countdown, left_to_fail, failed;

static int (*real_open)(const char *, int, ...);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_unlink)(const char *);
static int (*real_close)(int);

__attribute__((constructor)) static void begin(void) {
  if (ready) return;
  real_open = dlsym(RTLD_NEXT, "open64");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_write = dlsym(RTLD_NEXT, "write");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_close = dlsym(RTLD_NEXT, "close");
  ready = 1;
  const char *folder = getenv("CORDON_WATCHED");
  if (folder && realpath(folder, watched)) watched_length = strlen(watched);
  const char *to = getenv("CORDON_TRACE");
  if (to && *to) trace = real_open(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The path below the watched folder, or NULL. */
static const char *below(const char *path) {
  if (watched_length == 0 || strncmp(path, watched, watched_length) != 0) return NULL;
  if (path[watched_length] == '\0') return ".";
  return path[watched_length] == '/' ? path + watched_length + 1 : NULL;
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = real_write(trace, at, length);
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

/* letter, length of the name, name, number, length of the bytes, bytes; numbers are 64 bits, little end first. */
static void note(char letter, const char *name, uint64_t number, const void *bytes, uint64_t length) {
  if (trace < 0) return;
  uint64_t name_length = strlen(name);
  put(&letter, 1);
  put(&name_length, 8);
  put(name, name_length);
  put(&number, 8);
  put(&length, 8);
  if (length > 0) put(bytes, length);
}

static const char *path_of(int fd) { return fd >= 0 && fd < MOST_FILES ? paths[fd] : NULL; }

/* Whether this one is to fail. Only those that can fail in the armed way are counted, so that each of them gets its turn. */
static int fails(int flush) {
  if (armed == NONE) return 0;
  if (armed == FLUSH ? !flush : (flush && armed != IO_ERROR)) return 0;
  if (countdown > 0) countdown -= 1;
  if (countdown > 0 || left_to_fail == 0) return 0;
  left_to_fail -= 1;
  failed += 1;
  return 1;
}

static int control(const char *what) {
  if (strncmp(what, "failed", 6) == 0) {
    char text[32];
    int length = snprintf(text, sizeof text, "%ld", failed);
    int fd = memfd_create("failed", MFD_CLOEXEC);
    real_write(fd, text, (size_t)length);
    lseek(fd, 0, SEEK_SET);
    return fd;
  }
  armed = NONE;
  failed = 0;
  char kind[16] = "";
  long from = 0, many = 0;
  if (sscanf(what, "%15[a-z]/%ld/%ld", kind, &from, &many) == 3) {
    armed = strcmp(kind, "error") == 0 ? IO_ERROR : strcmp(kind, "full") == 0 ? FULL : strcmp(kind, "short") == 0 ? SHORT : strcmp(kind, "flush") == 0 ? FLUSH : NONE;
    countdown = from;
    left_to_fail = many;
  }
  errno = ENOENT;
  return -1;
}

static int open_any(const char *path, int flags, mode_t mode) {
  if (!ready) begin();
  if (strncmp(path, CONTROL, strlen(CONTROL)) == 0) return control(path + strlen(CONTROL));
  const char *name = path[0] == '/' ? below(path) : NULL;
  if (name == NULL) return real_open(path, flags, mode);
  pthread_mutex_lock(&lock);
  int was_there = access(path, F_OK) == 0;
  int fd = real_open(path, flags, mode);
  if (fd >= 0 && fd < MOST_FILES) {
    free(paths[fd]);
    paths[fd] = strdup(name);
    if (!was_there) note('C', name, 0, NULL, 0);
    else if (flags & O_TRUNC) note('T', name, 0, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  return fd;
}

#define OPEN(name)                                                    \
  int name(const char *path, int flags, ...) {                        \
    mode_t mode = 0;                                                  \
    if (flags & (O_CREAT | O_TMPFILE)) {                              \
      va_list rest;                                                   \
      va_start(rest, flags);                                          \
      mode = va_arg(rest, mode_t);                                    \
      va_end(rest);                                                   \
    }                                                                 \
    return open_any(path, flags, mode);                               \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (!ready) begin();
  if (path_of(fd)) {
    pthread_mutex_lock(&lock);
    free(paths[fd]);
    paths[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return real_close(fd);
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off_t at, int positioned) {
  if (!ready) begin();
  const char *name = path_of(fd);
  if (name == NULL) return positioned ? real_pwrite(fd, bytes, length, at) : real_write(fd, bytes, length);
  pthread_mutex_lock(&lock);
  if (!positioned) at = lseek(fd, 0, SEEK_CUR);
  ssize_t done;
  if (fails(0)) {
    if (armed == SHORT && length > 1) {
      done = positioned ? real_pwrite(fd, bytes, length / 2, at) : real_write(fd, bytes, length / 2);
      armed = FULL;
      countdown = 0;
      left_to_fail += 1;
    } else {
      done = -1;
      errno = armed == IO_ERROR ? EIO : ENOSPC;
    }
  } else {
    done = positioned ? real_pwrite(fd, bytes, length, at) : real_write(fd, bytes, length);
    if (done > 0) note('W', name, (uint64_t)at, bytes, (uint64_t)done);
  }
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return write_at(fd, bytes, length, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return write_at(fd, bytes, length, at, 1); }
ssize_t write(int fd, const void *bytes, size_t length) { return write_at(fd, bytes, length, 0, 0); }

static int cut(int fd, off_t size) {
  if (!ready) begin();
  const char *name = path_of(fd);
  if (name == NULL) return real_ftruncate(fd, size);
  pthread_mutex_lock(&lock);
  int done = -1;
  if (fails(0)) errno = armed == IO_ERROR ? EIO : ENOSPC;
  else if ((done = real_ftruncate(fd, size)) == 0) note('T', name, (uint64_t)size, NULL, 0);
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return done;
}
int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }

static int flush(int fd, int (*how)(int)) {
  const char *name = path_of(fd);
  if (name == NULL) return how(fd);
  pthread_mutex_lock(&lock);
  int done = -1;
  if (fails(1)) errno = EIO;
  else if ((done = how(fd)) == 0) note('S', name, 0, NULL, 0);
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return done;
}
int fsync(int fd) {
  if (!ready) begin();
  return flush(fd, real_fsync);
}
int fdatasync(int fd) {
  if (!ready) begin();
  return flush(fd, real_fdatasync);
}

int rename(const char *from, const char *to) {
  if (!ready) begin();
  const char *old = below(from), *fresh = below(to);
  if (old == NULL || fresh == NULL) return real_rename(from, to);
  pthread_mutex_lock(&lock);
  int done = -1;
  if (fails(0)) errno = armed == IO_ERROR ? EIO : ENOSPC;
  else if ((done = real_rename(from, to)) == 0) note('R', old, 0, fresh, strlen(fresh));
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return done;
}

int unlink(const char *path) {
  if (!ready) begin();
  const char *name = below(path);
  if (name == NULL) return real_unlink(path);
  pthread_mutex_lock(&lock);
  int done = real_unlink(path);
  if (done == 0) note('U', name, 0, NULL, 0);
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return done;
}
