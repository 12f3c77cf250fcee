/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Limits for all kernels, Landlock and seccomp for those that have them.
 */
#include "config.h"

#include "way-sandbox.h"

#include "way-sanitizer.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Of the kernel's headers that are newer than ours */
#define LANDLOCK_FS_REFER (1ULL << 13)
#define LANDLOCK_FS_TRUNCATE (1ULL << 14)
#define LANDLOCK_FS_IOCTL (1ULL << 15)
#define LANDLOCK_NET_ALL (3ULL) /* binding and connecting TCP */

/* The ruleset as the newest kernels know it; older ones take its first word */
typedef struct
{
  guint64 files;
  guint64 network;
} Ruleset;

/* All that the first version of Landlock knows of files */
#define LANDLOCK_FS_FIRST ((1ULL << 13) - 1)

static gboolean
set_limit (int resource, rlim_t value, GError **error)
{
  struct rlimit limit = { value, value };

  if (setrlimit (resource, &limit) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "setrlimit: %s",
               g_strerror (errno));

  return FALSE;
}

/* Address space that is in use already */
static guint64
get_address_space (void)
{
  g_autofree char *text = NULL;
  guint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    pages = g_ascii_strtoull (text, NULL, 10);

  return pages * (guint64)sysconf (_SC_PAGESIZE);
}

/* The sanitizer takes terabytes of address space, and asks the kernel for much that we do not */
static gboolean
set_limits (guint64 memory, guint seconds, GError **error)
{
  return set_limit (RLIMIT_CORE, 0, error) && set_limit (RLIMIT_CPU, seconds, error)
         && set_limit (RLIMIT_FSIZE, 0, error)
         && (WAY_HAS_ADDRESS_SANITIZER
             || set_limit (RLIMIT_AS, get_address_space () + memory, error));
}

/* A ruleset without a rule: nothing that it handles is allowed */
static gboolean
close_files (void)
{
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  Ruleset ruleset = { LANDLOCK_FS_FIRST, 0 };
  gboolean closed;
  int fd;

  if (version < 1)
    return FALSE;
  if (version >= 2)
    ruleset.files |= LANDLOCK_FS_REFER;
  if (version >= 3)
    ruleset.files |= LANDLOCK_FS_TRUNCATE;
  if (version >= 4)
    ruleset.network |= LANDLOCK_NET_ALL;
  if (version >= 5)
    ruleset.files |= LANDLOCK_FS_IOCTL;

  fd = (int)syscall (SYS_landlock_create_ruleset, &ruleset,
                     version >= 4 ? sizeof ruleset : sizeof ruleset.files, 0);
  if (fd < 0)
    return FALSE;

  closed = syscall (SYS_landlock_restrict_self, fd, 0) == 0;
  close (fd);

  return closed;
}

/* What reading a stream, parsing it and writing the answer needs, and how a process ends; GLib
 * finds out by epoll whether what it reads from can be waited for */
static const int allowed[] = {
  SCMP_SYS (read),         SCMP_SYS (pread64),        SCMP_SYS (write),
  SCMP_SYS (writev),       SCMP_SYS (lseek),          SCMP_SYS (fstat),
  SCMP_SYS (close),        SCMP_SYS (mmap),           SCMP_SYS (munmap),
  SCMP_SYS (mremap),       SCMP_SYS (mprotect),       SCMP_SYS (madvise),
  SCMP_SYS (brk),          SCMP_SYS (futex),          SCMP_SYS (poll),
  SCMP_SYS (ppoll),        SCMP_SYS (clock_gettime),  SCMP_SYS (gettimeofday),
  SCMP_SYS (getrandom),    SCMP_SYS (sched_yield),    SCMP_SYS (rt_sigreturn),
  SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask), SCMP_SYS (getpid),
  SCMP_SYS (gettid),       SCMP_SYS (tgkill),         SCMP_SYS (restart_syscall),
  SCMP_SYS (exit),         SCMP_SYS (exit_group),     SCMP_SYS (epoll_create1),
  SCMP_SYS (epoll_ctl),
};

/* What libraries try when they are used for the first time, as to find the words of a message in
 * the person's language, and do without when told that it is not there for them */
static const int denied[] = {
  SCMP_SYS (open),       SCMP_SYS (openat),   SCMP_SYS (openat2),    SCMP_SYS (stat),
  SCMP_SYS (lstat),      SCMP_SYS (statx),    SCMP_SYS (access),     SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2), SCMP_SYS (readlink), SCMP_SYS (readlinkat),
};

static gboolean
add_rules (scmp_filter_ctx filter, guint32 action, const int *calls, gsize n_calls)
{
  for (gsize i = 0; i < n_calls; i++)
    if (seccomp_rule_add (filter, action, calls[i], 0) != 0)
      return FALSE;

  return TRUE;
}

/* The C library asks fstat() by way of the call that can look at any file */
static gboolean
add_stat_rules (scmp_filter_ctx filter)
{
  const scmp_datum_t empty = AT_EMPTY_PATH;

  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (newfstatat), 1,
                           SCMP_A3 (SCMP_CMP_MASKED_EQ, empty, empty))
             == 0
         && seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), SCMP_SYS (newfstatat), 1,
                              SCMP_A3 (SCMP_CMP_MASKED_EQ, empty, 0))
                == 0;
}

static gboolean
close_calls (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_KILL_PROCESS);
  gboolean closed;

  if (filter == NULL)
    return FALSE;

  closed = add_rules (filter, SCMP_ACT_ALLOW, allowed, G_N_ELEMENTS (allowed))
           && add_rules (filter, SCMP_ACT_ERRNO (EACCES), denied, G_N_ELEMENTS (denied))
           && add_stat_rules (filter) && seccomp_load (filter) == 0;
  seccomp_release (filter);

  return closed;
}

WaySandboxLayers
way_sandbox_enter (guint64 memory, guint seconds, GError **error)
{
  WaySandboxLayers layers = WAY_SANDBOX_LIMITS;

  if (!set_limits (memory, seconds, error))
    return 0;

  /* Without it neither of the two may be asked for, by whom is not root */
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return layers;

  if (close_files ())
    layers |= WAY_SANDBOX_FILES;
  if (!WAY_HAS_ADDRESS_SANITIZER && close_calls ())
    layers |= WAY_SANDBOX_CALLS;

  return layers;
}
