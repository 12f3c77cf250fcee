/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ctrl+C ends the program in order, so that no file is left in part.
 */
#include "config.h"

#include "cli-interrupt.h"

#include <signal.h>

static int received_signal;

static void
set_ending_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
  sigaddset (signals, SIGHUP);
}

static void
end_by (int number)
{
  sigset_t signals;

  set_ending_signals (&signals);
  signal (number, SIG_DFL);
  pthread_sigmask (SIG_UNBLOCK, &signals, NULL);
  raise (number);
}

/* A thread that waits for signals may call anything; a handler might not even cancel. */
static gpointer
wait_for_signals (gpointer cancellable)
{
  sigset_t signals;
  int number;

  set_ending_signals (&signals);
  if (sigwait (&signals, &number) != 0)
    return NULL;

  g_atomic_int_set (&received_signal, number);
  g_cancellable_cancel (cancellable);

  if (sigwait (&signals, &number) == 0)
    end_by (number);

  return NULL;
}

void
cli_interrupt_watch (GCancellable *cancellable)
{
  sigset_t signals;

  set_ending_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable)));
}

void
cli_interrupt_finish (void)
{
  int number = g_atomic_int_get (&received_signal);

  if (number != 0)
    end_by (number);
}
