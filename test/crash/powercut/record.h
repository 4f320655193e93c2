/*
 * The recording half of powercut.c: where the journal is, what a record looks like, which files are followed and which
 * paths lie below the directory.
 */
#define _GNU_SOURCE
/* Some compilers come with these on; both turn names that are defined here into other names. */
#undef _FORTIFY_SOURCE
#undef _FILE_OFFSET_BITS
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
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* The real calls. By number, because the *at calls behind all the names exist on every architecture. */
typedef long (*syscall_function)(long, ...);
static syscall_function next_syscall(void) {
  static _Atomic(syscall_function) next;
  if (!next) next = (syscall_function)dlsym(RTLD_NEXT, "syscall");
  return next;
}
#define kernel(...) (next_syscall()(__VA_ARGS__))

/* Known to journal.ts by number. */
enum { CREATE = 1, BIND, WRITE, SIZE, SYNC, UNLINK, RENAME, LINK, MKDIR, RMDIR };

/* Little-endian on every machine this runs on; `length` bytes follow: file data, a path, or two paths with a NUL. */
struct header {
  uint32_t magic, kind;
  uint64_t inode, value, length;
};
#define MAGIC 0x54554357u /* "WCUT" */

static char directory[PATH_MAX]; /* canonical, without a slash at the end; empty: the library does nothing */
static size_t directory_length;
static dev_t device;
static int journal = -1;

/* One lock around each real change and its record, so that the journal has the order that the files saw. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static void take(void) { pthread_mutex_lock(&lock); }
static void give(void) { pthread_mutex_unlock(&lock); }

/* Going on without a record would let a test pass that should not. */
static void die(const char *what) {
  dprintf(2, "powercut: %s: %s\n", what, strerror(errno));
  abort();
}

__attribute__((constructor)) static void start(void) {
  const char *dir = getenv("POWERCUT_DIR"), *shadow = getenv("POWERCUT_SHADOW");
  char path[PATH_MAX];
  struct stat st;
  if (!dir || !shadow) return;
  if (!realpath(dir, directory) || stat(directory, &st)) die("POWERCUT_DIR");
  device = st.st_dev;
  snprintf(path, sizeof path, "%s/journal", shadow);
  int fd = (int)kernel(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  /* Out of the way of programs that expect the lowest free descriptor. */
  if (fd < 0 || (journal = fcntl(fd, F_DUPFD_CLOEXEC, 512)) < 0) die("POWERCUT_SHADOW");
  kernel(SYS_close, fd);
  /* A child must not be born with the lock held by a thread that it does not have. */
  pthread_atfork(take, give, give);
  directory_length = strlen(directory);
}

/* ---- The journal. Called with the lock held. ---- */

/* One writev with O_APPEND: a kill can cut short only the last record, whose caller was never answered. */
static void record_vector(int kind, ino_t inode, uint64_t value, const struct iovec *data, int count, size_t length) {
  struct header h = {MAGIC, (uint32_t)kind, inode, value, length};
  struct iovec all[IOV_MAX];
  int n = 1, saved = errno;
  size_t left = length;
  all[0] = (struct iovec){&h, sizeof h};
  for (int i = 0; i < count && left > 0; i++) {
    all[n] = data[i];
    if (all[n].iov_len > left) all[n].iov_len = left;
    left -= all[n++].iov_len;
  }
  if (kernel(SYS_writev, journal, all, n) != (long)(sizeof h + length)) die("journal");
  errno = saved;
}

static void record(int kind, ino_t inode, uint64_t value, const char *text, size_t length) {
  struct iovec one = {(void *)text, length};
  record_vector(kind, inode, value, &one, 1, length);
}

static uint64_t journal_size(void) {
  struct stat st;
  if (fstat(journal, &st)) die("journal");
  return (uint64_t)st.st_size;
}

/* ---- Which files are followed. A data directory has few, so a list does. Called with the lock held. ---- */

static ino_t *inodes;
static size_t inode_count, inode_room;

static size_t find(ino_t inode) {
  size_t i = 0;
  while (i < inode_count && inodes[i] != inode) i++;
  return i;
}

static void follow(ino_t inode) {
  if (find(inode) < inode_count) return;
  if (inode_count == inode_room && !(inodes = realloc(inodes, (inode_room += 256) * sizeof *inodes))) die("memory");
  inodes[inode_count++] = inode;
}

/* The number of a deleted file may come back on a file elsewhere, which is none of our business. */
static void forget(ino_t inode) {
  size_t i = find(inode);
  if (i < inode_count) inodes[i] = inodes[--inode_count];
}

/* True, with the lock held, if `fd` is a followed file. Sockets and pipes, which may block, never touch the lock. */
static int begin(int fd, struct stat *st) {
  int saved = errno;
  int candidate = directory_length && !fstat(fd, st) && S_ISREG(st->st_mode) && st->st_dev == device;
  errno = saved;
  if (!candidate) return 0;
  take();
  if (find(st->st_ino) < inode_count) return 1;
  give();
  return 0;
}

/* If `path` lies below the directory, its name relative to it, in `out`; else null. A link as last part is itself. */
static const char *inside(int at, const char *path, char *out) {
  char full[PATH_MAX], parent[PATH_MAX];
  int saved = errno;
  if (!directory_length || !path || !*path) return NULL;
  int n = *path == '/' || at == AT_FDCWD ? snprintf(full, sizeof full, "%s", path)
                                         : snprintf(full, sizeof full, "/proc/self/fd/%d/%s", at, path);
  if (n >= (int)sizeof full) return NULL;
  while (n > 1 && full[n - 1] == '/') full[--n] = 0;
  char *slash = strrchr(full, '/'), *last = slash ? slash + 1 : full;
  if (slash == full) return NULL; /* an entry of the root directory is not below anything that we follow */
  if (slash) *slash = 0;
  char *found = realpath(slash ? full : ".", parent);
  errno = saved;
  if (!found || strncmp(parent, directory, directory_length)) return NULL;
  if (parent[directory_length] != 0 && parent[directory_length] != '/') return NULL;
  const char *below = parent + directory_length;
  if (snprintf(out, PATH_MAX, "%s%s%s", *below ? below + 1 : "", *below ? "/" : "", last) >= PATH_MAX) return NULL;
  return out;
}
