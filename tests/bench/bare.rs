//! The least that a program with ratatui can do: draw a paragraph, wait for a key, and end. What it costs is the
//! measure for frise. What it says has no blank in it, since ratatui would not send that.

use crossterm::event::{self, Event};
use ratatui::widgets::Paragraph;

fn main() -> std::io::Result<()> {
    let mut terminal = ratatui::init();
    let mut frames = 0;
    loop {
        frames += 1;
        terminal
            .draw(|frame| frame.render_widget(Paragraph::new(format!("frame-{frames}")), frame.area()))?;
        if matches!(event::read()?, Event::Key(key) if key.code == event::KeyCode::Char('q')) {
            break;
        }
    }
    ratatui::restore();
    Ok(())
}
