/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands between a program and the C library (LD_PRELOAD), counts the calls that work with files,
 * writes each down, and lets the one that was asked for go wrong.
 *
 * FAULT_SHIM_LOG   a file that gets a line a call: name, result, errno, inode and path of the
 *                  descriptor, paths, flags or offset, length; fields are parted by tabs
 * FAULT_SHIM_DATA  a file that gets the bytes that were written
 * FAULT_SHIM_FAULT NUMBER:ACTION:SPAN: from the call of that number on (1 is the first), `once` or
 *                  `on`; ACTION is kill, short, flip, or the name of an error. An interruption
 *                  (EINTR) that goes on hits every other call: one that never ends is no fault of
 *                  any machine.
 * FAULT_SHIM_FLIP  NUMBER: the call of pread() of that number, counted by itself, gives back one
 * bit that is another: threads that read take turns with others as they like FAULT_SHIM_LACKS
 * words: xattr (a file system without attributes and access lists), nameless (without O_TMPFILE),
 * exchange (without RENAME_EXCHANGE), owner (every file belongs to somebody else, and cannot be
 * given away)
 */
#undef _FILE_OFFSET_BITS /* or open() and open64() could not both be made */

#include "fault-shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

void fault_shim_begin (void);
void fault_shim_end (void);

enum
{
  PASS = 0,
  SHORT = -1,
  FLIP = -2,
  KILL = -3,
};

static const struct
{
  const char *name;
  int action; /* an errno where it is greater than 0 */
} actions[] = {
  { "kill", KILL },     { "short", SHORT }, { "flip", FLIP },     { "EIO", EIO },
  { "ENOSPC", ENOSPC }, { "EINTR", EINTR }, { "EDQUOT", EDQUOT },
};

/* Other threads of the program have nothing to do with the save, but for those that write and read
 * its file */
static _Thread_local bool armed;
static _Atomic bool begun;
static int log_fd = -1, data_fd = -1;
static _Atomic int counted;
static _Atomic int counted_reads;
static int fault_at, fault_action, flip_at;
static bool fault_goes_on;
static const char *lacks = "";

static int
open_raw (const char *variable)
{
  const char *path = getenv (variable);

  return path == NULL ? -1
                      : (int)syscall (SYS_openat, AT_FDCWD, path,
                                      O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
}

void
fault_shim_begin (void)
{
  const char *fault = getenv ("FAULT_SHIM_FAULT");
  char name[16], span[8];

  if (getenv ("FAULT_SHIM_LACKS") != NULL)
    lacks = getenv ("FAULT_SHIM_LACKS");
  if (getenv ("FAULT_SHIM_FLIP") != NULL)
    flip_at = atoi (getenv ("FAULT_SHIM_FLIP"));
  log_fd = open_raw ("FAULT_SHIM_LOG");
  data_fd = open_raw ("FAULT_SHIM_DATA");
  if (fault != NULL && sscanf (fault, "%d:%15[^:]:%7s", &fault_at, name, span) == 3)
    {
      fault_goes_on = strcmp (span, "on") == 0;
      for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp (name, actions[i].name) == 0)
          fault_action = actions[i].action;
    }
  armed = true;
  begun = true;
}

void
fault_shim_end (void)
{
  armed = false;
  begun = false;
}

static bool
lacks_word (const char *word)
{
  return armed && strstr (lacks, word) != NULL;
}

/* What is to become of the next call. One that is killed is never made. */
static int
decide (void)
{
  int action = PASS, number;

  if (!armed)
    return PASS;

  number = ++counted;
  if (fault_at > 0 && (number == fault_at || (fault_goes_on && number > fault_at)))
    action = fault_action;
  if (action == EINTR && (number - fault_at) % 2 != 0)
    action = PASS;
  if (action == KILL)
    raise (SIGKILL);

  return action;
}

static void
note (const char *name, long result, int fd, const char *first, const char *second, long number,
      size_t length)
{
  int number_of_error = errno;
  char link[64], path[4096] = "-", line[16384];
  struct stat status = { 0 };
  int size;

  if (!armed || log_fd < 0)
    return;

  if (fd >= 0)
    {
      ssize_t n_read;

      snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
      n_read = syscall (SYS_readlink, link, path, sizeof path - 1);
      path[n_read > 0 ? n_read : 0] = '\0';
      syscall (SYS_fstat, fd, &status);
    }
  size = snprintf (line, sizeof line, "%d\t%s\t%ld\t%d\t%lu\t%s\t%s\t%s\t%ld\t%zu\n", counted, name,
                   result, result < 0 ? number_of_error : 0, (unsigned long)status.st_ino, path,
                   first != NULL ? first : "-", second != NULL ? second : "-", number, length);
  syscall (SYS_write, log_fd, line, (size_t)size);
  errno = number_of_error;
}

#define REAL(name)                                                                                 \
  static __typeof__ (&name) real;                                                                  \
  if (real == NULL)                                                                                \
  real = (__typeof__ (&name))dlsym (RTLD_NEXT, #name)

/* A call that works or fails as a whole */
#define SIMPLE(name, call, fd, first, second, number)                                              \
  do                                                                                               \
    {                                                                                              \
      REAL (name);                                                                                 \
      int action = decide ();                                                                      \
      int result;                                                                                  \
      if (action > 0)                                                                              \
        {                                                                                          \
          errno = action;                                                                          \
          result = -1;                                                                             \
        }                                                                                          \
      else                                                                                         \
        result = real call;                                                                        \
      note (#name, result, fd, first, second, number, 0);                                          \
      return result;                                                                               \
    }                                                                                              \
  while (0)

#define DEFINE_OPEN(name)                                                                          \
  int name (const char *path, int flags, ...)                                                      \
  {                                                                                                \
    REAL (name);                                                                                   \
    int action = decide ();                                                                        \
    int result;                                                                                    \
    va_list list;                                                                                  \
    va_start (list, flags);                                                                        \
    mode_t mode                                                                                    \
        = (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg (list, mode_t) : 0;       \
    va_end (list);                                                                                 \
    if (action <= 0 && (flags & O_TMPFILE) == O_TMPFILE && lacks_word ("nameless"))                \
      action = EOPNOTSUPP;                                                                         \
    if (action > 0)                                                                                \
      {                                                                                            \
        errno = action;                                                                            \
        result = -1;                                                                               \
      }                                                                                            \
    else                                                                                           \
      result = real (path, flags, mode);                                                           \
    note ("open", result, result, path, NULL, flags, 0);                                           \
    return result;                                                                                 \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)

#define DEFINE_OPENAT(name)                                                                        \
  int name (int folder, const char *path, int flags, ...)                                          \
  {                                                                                                \
    REAL (name);                                                                                   \
    int action = decide ();                                                                        \
    int result = -1;                                                                               \
    va_list list;                                                                                  \
    va_start (list, flags);                                                                        \
    mode_t mode = (flags & O_CREAT) ? va_arg (list, mode_t) : 0;                                   \
    va_end (list);                                                                                 \
    if (action > 0)                                                                                \
      errno = action;                                                                              \
    else                                                                                           \
      result = real (folder, path, flags, mode);                                                   \
    note ("open", result, result, path, NULL, flags, 0);                                           \
    return result;                                                                                 \
  }

DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)

static void
keep_data (const void *buffer, ssize_t length)
{
  if (armed && data_fd >= 0 && length > 0)
    syscall (SYS_write, data_fd, buffer, (size_t)length);
}

/* Where a write begins, for who replays the log */
static long
position_of (int fd)
{
  return armed ? syscall (SYS_lseek, fd, 0, SEEK_CUR) : -1;
}

/* Whether this thread is one that works for the save; what it writes to otherwise is no file, but
 * the way by which threads wake one another */
static bool
joins (int fd)
{
  struct stat status;

  return !armed && begun && syscall (SYS_fstat, fd, &status) == 0 && S_ISREG (status.st_mode);
}

ssize_t
write (int fd, const void *buffer, size_t length)
{
  REAL (write);
  bool joined = joins (fd);
  int action;
  long position;
  ssize_t result;

  armed = armed || joined;
  action = decide ();
  position = position_of (fd);
  if (action > 0)
    {
      errno = action;
      result = -1;
    }
  else if (action == FLIP && length > 0)
    {
      char *damaged = malloc (length);

      memcpy (damaged, buffer, length);
      damaged[length / 2] ^= 4;
      result = real (fd, damaged, length);
      free (damaged);
    }
  else
    result = real (fd, buffer, action == SHORT && length > 1 ? length / 2 : length);
  keep_data (buffer, result);
  note ("write", result, fd, NULL, NULL, position, length);
  armed = armed && !joined;

  return result;
}

#define DEFINE_READ_AT(name)                                                                       \
  ssize_t name (int fd, void *buffer, size_t length, off64_t offset)                               \
  {                                                                                                \
    REAL (name);                                                                                   \
    bool joined = joins (fd);                                                                      \
    int action;                                                                                    \
    ssize_t result = -1;                                                                           \
    armed = armed || joined;                                                                       \
    action = decide ();                                                                            \
    if (armed && ++counted_reads == flip_at)                                                       \
      action = FLIP;                                                                               \
    if (action > 0)                                                                                \
      errno = action;                                                                              \
    else                                                                                           \
      result = real (fd, buffer, action == SHORT && length > 1 ? length / 2 : length, offset);     \
    if (action == FLIP && result > 0)                                                              \
      ((char *)buffer)[result / 2] ^= 4;                                                           \
    note ("pread", result, fd, NULL, NULL, offset, length);                                        \
    armed = armed && !joined;                                                                      \
    return result;                                                                                 \
  }

DEFINE_READ_AT (pread)
DEFINE_READ_AT (pread64)

ssize_t
copy_file_range (int from, off64_t *from_at, int to, off64_t *to_at, size_t length,
                 unsigned int flags)
{
  REAL (copy_file_range);
  int action = decide ();
  ssize_t result = -1;

  if (action > 0)
    errno = action;
  else
    result = real (from, from_at, to, to_at, action == SHORT ? 100 : length, flags);
  note ("copy_file_range", result, to, NULL, NULL, 0, length);

  return result;
}

int
fsync (int fd)
{
  SIMPLE (fsync, (fd), fd, NULL, NULL, 0);
}

int
fdatasync (int fd)
{
  SIMPLE (fdatasync, (fd), fd, NULL, NULL, 0);
}

int
sync_file_range (int fd, off64_t from, off64_t to, unsigned int flags)
{
  SIMPLE (sync_file_range, (fd, from, to, flags), fd, NULL, NULL, from);
}

int
fchmod (int fd, mode_t mode)
{
  SIMPLE (fchmod, (fd, mode), fd, NULL, NULL, mode);
}

int
fchown (int fd, uid_t user, gid_t group)
{
  if (lacks_word ("owner"))
    {
      errno = EPERM;
      note ("fchown", -1, fd, NULL, NULL, user, 0);
      return -1;
    }
  SIMPLE (fchown, (fd, user, group), fd, NULL, NULL, user);
}

#define DEFINE_STAT(name)                                                                          \
  int name (const char *path, struct name *status)                                                 \
  {                                                                                                \
    REAL (name);                                                                                   \
    int action = decide ();                                                                        \
    int result = -1;                                                                               \
    if (action > 0)                                                                                \
      errno = action;                                                                              \
    else                                                                                           \
      result = real (path, status);                                                                \
    if (result == 0 && lacks_word ("owner"))                                                       \
      status->st_uid = 12345;                                                                      \
    note ("stat", result, -1, path, NULL, 0, 0);                                                   \
    return result;                                                                                 \
  }

DEFINE_STAT (stat)
DEFINE_STAT (stat64)

int
fstat (int fd, struct stat *status)
{
  SIMPLE (fstat, (fd, status), fd, NULL, NULL, 0);
}

int
fstat64 (int fd, struct stat64 *status)
{
  SIMPLE (fstat64, (fd, status), fd, NULL, NULL, 0);
}

#define WITHOUT_ATTRIBUTES                                                                         \
  if (lacks_word ("xattr"))                                                                        \
    {                                                                                              \
      errno = ENOTSUP;                                                                             \
      return -1;                                                                                   \
    }

int
fsetxattr (int fd, const char *name, const void *value, size_t size, int flags)
{
  WITHOUT_ATTRIBUTES
  SIMPLE (fsetxattr, (fd, name, value, size, flags), fd, name, NULL, 0);
}

int
fremovexattr (int fd, const char *name)
{
  WITHOUT_ATTRIBUTES
  SIMPLE (fremovexattr, (fd, name), fd, name, NULL, 0);
}

ssize_t
getxattr (const char *path, const char *name, void *value, size_t size)
{
  WITHOUT_ATTRIBUTES
  REAL (getxattr);
  int action = decide ();
  ssize_t result = -1;

  if (action > 0)
    errno = action;
  else
    result = real (path, name, value, size);
  note ("getxattr", result, -1, path, name, 0, size);

  return result;
}

ssize_t
listxattr (const char *path, char *list, size_t size)
{
  WITHOUT_ATTRIBUTES
  REAL (listxattr);
  int action = decide ();
  ssize_t result = -1;

  if (action > 0)
    errno = action;
  else
    result = real (path, list, size);
  note ("listxattr", result, -1, path, NULL, 0, size);

  return result;
}

int
faccessat (int folder, const char *path, int mode, int flags)
{
  SIMPLE (faccessat, (folder, path, mode, flags), -1, path, NULL, mode);
}

int
access (const char *path, int mode)
{
  SIMPLE (access, (path, mode), -1, path, NULL, mode);
}

int
flock (int fd, int operation)
{
  SIMPLE (flock, (fd, operation), fd, NULL, NULL, operation);
}

int
mkdir (const char *path, mode_t mode)
{
  SIMPLE (mkdir, (path, mode), -1, path, NULL, mode);
}

int
linkat (int from_folder, const char *from, int to_folder, const char *to, int flags)
{
  /* Who replays this wants to know what was linked, which has a path of descriptors only */
  struct stat status = { 0 };

  if (armed)
    syscall (SYS_stat, from, &status);
  SIMPLE (linkat, (from_folder, from, to_folder, to, flags), -1, from, to, (long)status.st_ino);
}

int
rename (const char *from, const char *to)
{
  SIMPLE (rename, (from, to), -1, from, to, 0);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  if (lacks_word ("exchange") && flags == RENAME_EXCHANGE)
    {
      errno = EINVAL;
      return -1;
    }
  SIMPLE (renameat2, (from_folder, from, to_folder, to, flags), -1, from, to, (long)flags);
}

int
unlink (const char *path)
{
  SIMPLE (unlink, (path), -1, path, NULL, 0);
}

/* A descriptor is gone whatever close() says */
int
close (int fd)
{
  REAL (close);
  int action = decide ();
  int result;

  note ("close", 0, fd, NULL, NULL, 0, 0);
  result = real (fd);
  if (action > 0)
    {
      errno = action;
      result = -1;
    }

  return result;
}
