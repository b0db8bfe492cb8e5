//! What the system tells the program.

use tokio::signal;

/// Listens, from this call on, for Ctrl-C, or for SIGTERM where there is such a thing; the
/// future waits for it.
pub(crate) fn asked_to_end() -> impl Future<Output = ()> {
    #[cfg(unix)]
    let terminated = signal::unix::signal(signal::unix::SignalKind::terminate());
    async move {
        #[cfg(unix)]
        if let Ok(mut terminated) = terminated {
            tokio::select! {
                _ = signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
            return;
        }
        let _ = signal::ctrl_c().await;
    }
}

/// Lets a write beyond a limit of the file's size fail, as with any other fault
/// of the disk: unless somebody listens to the signal, it ends the program.
pub(crate) fn outlive_file_size_limits() {
    #[cfg(target_os = "linux")]
    {
        const SIGXFSZ: std::ffi::c_int = 25;
        // The signal stays harmless when the listener goes.
        let _ = signal::unix::signal(signal::unix::SignalKind::from_raw(SIGXFSZ));
    }
}
