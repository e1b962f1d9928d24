//! frise: a terminal timeline browser that proves its quotes.
//!
//! A curated YAML timeline and the articles it quotes become an interactive screen; every quote is looked up,
//! word for word, in its article. Data flows one way:
//!
//! ```text
//!  YAML + articles ──load──▶ model ──evidence──▶ anchored model
//!                                                   │
//!  key ─keymap▶ Command ─app::update(&mut State)▶ Vec<Effect> ─tui runs them▶ Message ─┐
//!                               ▲                                                      │
//!                               └──────────────────────────────────────────────────────┘
//!  State ──ui::draw(&State, buffer)──▶ screen
//! ```
//!
//! `update` does no input or output, reads no clock and knows no terminal; `draw` changes nothing. Which module
//! may import which is kept by a test (`tests/layers.rs`).

pub mod app;
pub mod axis;
pub mod briefing;
pub mod citation;
pub mod cli;
pub mod command;
pub mod config;
pub(crate) mod edit;
pub mod evidence;
pub mod export;
pub mod glyphs;
pub mod i18n;
pub(crate) mod import;
pub mod keymap;
pub mod legend;
pub mod load;
pub(crate) mod lsp;
pub mod model;
pub(crate) mod quoting;
pub mod relay;
pub mod role;
pub mod search;
pub mod standing;
pub mod theme;
pub mod tui;
pub mod ui;
pub mod visible;
pub mod wrap;
