//! What a signal asks for.

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(windows, expect(dead_code, reason = "there are no signals"))]
pub(super) enum Signal {
    /// To end by it.
    End {
        signal: i32,
        /// Whether it comes from a key, which is meant for whoever has the terminal.
        is_from_keys: bool,
    },
    /// To stop.
    Stop,
    /// To go on, having been stopped.
    GoOn,
    /// To look at the size of the terminal again.
    Resize,
}
