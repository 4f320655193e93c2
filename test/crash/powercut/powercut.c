/*
 * powercut: a preloaded library that remembers which writes below one directory have been fsynced, so that a test can
 * kill a process and then take away what a power cut would have taken. kill -9 alone does not do that: the page cache
 * outlives the process, and a program that never calls fsync passes.
 *
 *   LD_PRELOAD=powercut.so POWERCUT_DIR=/data POWERCUT_SHADOW=/shadow program
 *
 * Every call goes through to the real file, so the program, its threads and its other connections see what they always
 * see. What changed below POWERCUT_DIR is appended to POWERCUT_SHADOW/journal, in the order in which it happened, with
 * the bytes themselves; a completed fsync or fdatasync is appended too. After the kill powercut.ts rebuilds the
 * directory from a copy made before the start plus this journal, and decides there what survives. Nothing is decided
 * here: a journal can be replayed under several models of a disk.
 *
 * What is not seen is lost at the cut, which can raise a false alarm but never hides a loss: stores through a shared
 * map (SQLite's -shm index is one, and SQLite rebuilds it), stdio streams, FICLONE, symbolic links, changes of mode or
 * owner, sync_file_range, and the content of files moved in from elsewhere. The exception: a file removed or renamed
 * in an unseen way comes back under its old name.
 *
 * Locks are left alone, and the library never opens or closes the program's files itself: closing any descriptor of a
 * file drops all POSIX locks that the process has on it (fcntl(2)), which would break SQLite.
 *
 * For 64-bit Linux with glibc.
 */
#include "record.h"

/* ---- Opening: the only place where a file comes to be followed. Reading alone changes nothing. ---- */

static int open_at(int at, const char *path, int flags, mode_t mode) {
  char name[PATH_MAX];
  struct stat before, st;
  int changes = (flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC);
  if (!directory_length || !changes || flags & O_PATH || (flags & O_TMPFILE) == O_TMPFILE)
    return (int)kernel(SYS_openat, at, path, flags, mode);
  if (!inside(at, path, name)) {
    int fd = (int)kernel(SYS_openat, at, path, flags, mode), saved = errno;
    if (fd >= 0 && !fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_dev == device) take(), forget(st.st_ino), give();
    errno = saved;
    return fd;
  }
  take();
  int existed = !fstatat(at, path, &before, 0);
  int fd = (int)kernel(SYS_openat, at, path, flags, mode);
  if (fd >= 0 && !fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_dev == device) {
    if (!existed) record(CREATE, st.st_ino, st.st_mode & 07777, name, strlen(name));
    else if (find(st.st_ino) == inode_count) record(BIND, st.st_ino, 0, name, strlen(name));
    follow(st.st_ino);
    if (existed && flags & O_TRUNC && before.st_size > 0) record(SIZE, st.st_ino, 0, NULL, 0);
  }
  give();
  return fd;
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | __O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }
int open(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return open_at(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return open_at(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

/* ---- Writing. ---- */

/* `at` < 0: at the file's position. Called with the lock held (see begin), and gives it back. */
static ssize_t write_followed(int fd, ino_t inode, const struct iovec *data, int count, off_t at) {
  struct stat st;
  if (count >= IOV_MAX) count = IOV_MAX - 1; /* room for the header; a short write is allowed, the caller goes on */
  ssize_t n = at < 0 ? kernel(SYS_writev, fd, data, count) : kernel(SYS_pwritev, fd, data, count, at, 0L);
  if (n > 0) {
    int flags = fcntl(fd, F_GETFL);
    if (flags & O_APPEND) { /* Linux appends even with pwrite */
      if (fstat(fd, &st)) die("fstat");
      at = st.st_size - n;
    } else if (at < 0) at = lseek(fd, 0, SEEK_CUR) - n;
    record_vector(WRITE, inode, (uint64_t)at, data, count, (size_t)n);
    if (flags & O_DSYNC) record(SYNC, inode, journal_size(), NULL, 0);
  }
  give();
  return n;
}

ssize_t write(int fd, const void *data, size_t length) {
  struct stat st;
  struct iovec one = {(void *)data, length};
  return begin(fd, &st) ? write_followed(fd, st.st_ino, &one, 1, -1) : kernel(SYS_write, fd, data, length);
}
ssize_t writev(int fd, const struct iovec *data, int count) {
  struct stat st;
  return begin(fd, &st) ? write_followed(fd, st.st_ino, data, count, -1) : kernel(SYS_writev, fd, data, count);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  struct stat st;
  struct iovec one = {(void *)data, length};
  return at >= 0 && begin(fd, &st) ? write_followed(fd, st.st_ino, &one, 1, at)
                                   : kernel(SYS_pwrite64, fd, data, length, at);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return pwrite64(fd, data, length, at); }
ssize_t pwritev64(int fd, const struct iovec *data, int count, off64_t at) {
  struct stat st;
  return at >= 0 && begin(fd, &st) ? write_followed(fd, st.st_ino, data, count, at)
                                   : kernel(SYS_pwritev, fd, data, count, at, 0L);
}
ssize_t pwritev(int fd, const struct iovec *data, int count, off_t at) { return pwritev64(fd, data, count, at); }

/* Copies inside the kernel show no bytes. These errors make libuv and libstdc++ copy with read and write instead. */
ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t length, unsigned flags) {
  struct stat st;
  if (begin(out, &st)) return give(), errno = ENOSYS, -1;
  return kernel(SYS_copy_file_range, in, in_at, out, out_at, length, flags);
}
ssize_t sendfile64(int out, int in, off64_t *at, size_t length) {
  struct stat st;
  if (begin(out, &st)) return give(), errno = EINVAL, -1;
  return kernel(SYS_sendfile, out, in, at, length);
}
ssize_t sendfile(int out, int in, off_t *at, size_t length) { return sendfile64(out, in, at, length); }

/* libuv copies files by number, and would write through a ring of which no library sees anything. */
long syscall(long number, ...) {
  long a[6];
  struct stat st;
  va_list rest;
  va_start(rest, number);
  for (int i = 0; i < 6; i++) a[i] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && begin((int)a[2], &st)) return give(), errno = ENOSYS, -1;
  if (number == SYS_io_uring_setup && directory_length) return errno = ENOSYS, -1;
  return kernel(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

/* ---- Size. ---- */

int ftruncate64(int fd, off64_t size) {
  struct stat st;
  if (!begin(fd, &st)) return (int)kernel(SYS_ftruncate, fd, size);
  int result = (int)kernel(SYS_ftruncate, fd, size);
  if (!result) record(SIZE, st.st_ino, (uint64_t)size, NULL, 0);
  give();
  return result;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int truncate64(const char *path, off64_t size) {
  char name[PATH_MAX];
  struct stat st;
  if (!inside(AT_FDCWD, path, name)) return (int)kernel(SYS_truncate, path, size);
  take();
  int result = (int)kernel(SYS_truncate, path, size);
  if (!result && !stat(path, &st)) {
    if (find(st.st_ino) == inode_count) record(BIND, st.st_ino, 0, name, strlen(name));
    follow(st.st_ino);
    record(SIZE, st.st_ino, (uint64_t)size, NULL, 0);
  }
  give();
  return result;
}
int truncate(const char *path, off_t size) { return truncate64(path, size); }

int fallocate64(int fd, int mode, off64_t at, off64_t length) {
  struct stat st;
  if (!begin(fd, &st)) return (int)kernel(SYS_fallocate, fd, mode, at, length);
  /* Holes and collapsed ranges are not recorded; a caller has to be ready for file systems that have none. */
  if (mode & ~FALLOC_FL_KEEP_SIZE) return give(), errno = EOPNOTSUPP, -1;
  int result = (int)kernel(SYS_fallocate, fd, mode, at, length);
  if (!result && !mode && at + length > st.st_size) record(SIZE, st.st_ino, (uint64_t)(at + length), NULL, 0);
  give();
  return result;
}
int fallocate(int fd, int mode, off_t at, off_t length) { return fallocate64(fd, mode, at, length); }
int posix_fallocate64(int fd, off64_t at, off64_t length) {
  int saved = errno, result = fallocate64(fd, 0, at, length) ? errno : 0;
  return errno = saved, result;
}
int posix_fallocate(int fd, off_t at, off_t length) { return posix_fallocate64(fd, at, length); }

/* ---- Durability. What was recorded before the call began is durable once it has succeeded; what other threads wrote
 * meanwhile may or may not be, and counts as not. The lock is free meanwhile: a slow disk stops nobody else. ---- */

static int sync_file(long call, int fd) {
  char link[64], path[PATH_MAX];
  struct stat st;
  int followed = begin(fd, &st);
  if (followed) give();
  else if (directory_length && !fstat(fd, &st) && S_ISDIR(st.st_mode) && st.st_dev == device) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    path[n < 0 ? 0 : n] = 0;
    followed = !strncmp(path, directory, directory_length) &&
               (path[directory_length] == 0 || path[directory_length] == '/');
  }
  if (!followed) return (int)kernel(call, fd);
  take();
  uint64_t covered = journal_size();
  give();
  int result = (int)kernel(call, fd);
  if (!result) take(), record(SYNC, st.st_ino, covered, NULL, 0), give();
  return result;
}
int fsync(int fd) { return sync_file(SYS_fsync, fd); }
int fdatasync(int fd) { return sync_file(SYS_fdatasync, fd); }

/* ---- Names. ---- */

static int remove_at(int at, const char *path, int flags) {
  char name[PATH_MAX];
  if (!inside(at, path, name)) return (int)kernel(SYS_unlinkat, at, path, flags);
  take();
  int result = (int)kernel(SYS_unlinkat, at, path, flags);
  if (!result) record(flags & AT_REMOVEDIR ? RMDIR : UNLINK, 0, 0, name, strlen(name));
  give();
  return result;
}
int unlink(const char *path) { return remove_at(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return remove_at(at, path, flags); }
int rmdir(const char *path) { return remove_at(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
  int result = remove_at(AT_FDCWD, path, 0);
  return result && errno == EISDIR ? remove_at(AT_FDCWD, path, AT_REMOVEDIR) : result;
}

/* Renaming and linking: two names, either of which may lie elsewhere. */
static int two_names(int kind, int from_at, const char *from, int to_at, const char *to, unsigned flags) {
  char from_name[PATH_MAX], to_name[PATH_MAX], both[2 * PATH_MAX];
  struct stat st;
  long call = kind == RENAME ? SYS_renameat2 : SYS_linkat;
  const char *old = inside(from_at, from, from_name), *new = inside(to_at, to, to_name);
  if (!old && !new) return (int)kernel(call, from_at, from, to_at, to, flags);
  if (kind == RENAME && flags & ~RENAME_NOREPLACE) return errno = EINVAL, -1; /* exchanges are not recorded */
  take();
  int result = (int)kernel(call, from_at, from, to_at, to, flags);
  if (!result && old && new) {
    size_t n = strlen(old) + 1, m = strlen(new);
    memcpy(both, old, n), memcpy(both + n, new, m);
    record(kind, 0, 0, both, n + m);
  } else if (!result && old && kind == RENAME) record(UNLINK, 0, 0, old, strlen(old));
  else if (!result && new && !fstatat(to_at, to, &st, AT_SYMLINK_NOFOLLOW) && S_ISREG(st.st_mode)) {
    record(CREATE, st.st_ino, st.st_mode & 07777, new, strlen(new));
    follow(st.st_ino);
  }
  give();
  return result;
}
int rename(const char *from, const char *to) { return two_names(RENAME, AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return two_names(RENAME, a, from, b, to, 0); }
int renameat2(int a, const char *from, int b, const char *to, unsigned f) { return two_names(RENAME, a, from, b, to, f); }
int link(const char *from, const char *to) { return two_names(LINK, AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int a, const char *from, int b, const char *to, int f) { return two_names(LINK, a, from, b, to, (unsigned)f); }

int mkdirat(int at, const char *path, mode_t mode) {
  char name[PATH_MAX];
  if (!inside(at, path, name)) return (int)kernel(SYS_mkdirat, at, path, mode);
  take();
  int result = (int)kernel(SYS_mkdirat, at, path, mode);
  if (!result) record(MKDIR, 0, mode & 07777, name, strlen(name));
  give();
  return result;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
