//! Answers questions on a thread of its own, so that no key waits for a search.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crate::app::{Answer, Question, answer, corpus};
use crate::load::{Draft, Proof};
use crate::search::Index;

/// The thread that answers questions.
pub(super) struct Searcher {
    jobs: Sender<Job>,
    /// The number of the last question: one before it is given up.
    last: Arc<AtomicU64>,
}

enum Job {
    /// From now on questions are about this timeline.
    Read(Arc<Draft>),
    /// How the quotes of the timeline stand in their articles.
    Proven(Arc<Proof>),
    Ask(Question),
}

impl Searcher {
    /// Starts the thread; `tell` is called on it with each answer, and says whether anybody still listens.
    pub(super) fn new(draft: Arc<Draft>, tell: impl Fn(Answer) -> bool + Send + 'static) -> Self {
        let (jobs, taken) = mpsc::channel();
        let last = Arc::new(AtomicU64::new(0));
        let asked = Arc::clone(&last);
        thread::spawn(move || work(draft, &taken, &asked, tell));
        Self { jobs, last }
    }

    /// Turns to another timeline.
    pub(super) fn read(&self, draft: Arc<Draft>) {
        self.send(Job::Read(draft));
    }

    /// Learns how the quotes of the timeline stand.
    pub(super) fn proven(&self, proof: Arc<Proof>) {
        self.send(Job::Proven(proof));
    }

    /// Asks a question, and gives up those before it.
    pub(super) fn ask(&self, question: Question) {
        self.last.store(question.number, Ordering::Relaxed);
        self.send(Job::Ask(question));
    }

    fn send(&self, job: Job) {
        // A thread that has panicked has ended the program.
        let _ = self.jobs.send(job);
    }
}

fn work(mut draft: Arc<Draft>, jobs: &Receiver<Job>, last: &AtomicU64, tell: impl Fn(Answer) -> bool) {
    let mut proof = None;
    let mut index = None;
    for job in jobs {
        match job {
            Job::Read(other) => {
                draft = other;
                (index, proof) = (None, None);
            }
            Job::Proven(known) => {
                // With the quotes checked nothing else is left to do: time to get ready for the first question.
                index.get_or_insert_with(|| Index::new(corpus(&draft, None)));
                proof = Some(known);
            }
            Job::Ask(question) => {
                let cancelled = || last.load(Ordering::Relaxed) != question.number;
                if cancelled() {
                    continue;
                }
                let corpus = corpus(&draft, proof.as_deref());
                let index = index.get_or_insert_with(|| Index::new(corpus));
                if answer(index, corpus, &question, &cancelled).is_some_and(|answer| !tell(answer)) {
                    return;
                }
            }
        }
    }
}
