//! `check --watch` says after each save what a new run would say.

#![expect(clippy::disallowed_methods, reason = "tests write the files that a command reads")]

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_xtask");

/// A watched tree.
struct Watching {
    tree: TempDir,
    child: Child,
    reports: BufReader<ChildStdout>,
}

impl Watching {
    fn start(files: &[(&str, &str)]) -> Self {
        let tree = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in files {
            write(tree.path(), path, text);
        }
        let mut child = check(tree.path())
            .arg("--watch")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let reports = BufReader::new(child.stdout.take().expect("its output is read"));
        Self { tree, child, reports }
    }

    /// The next report.
    fn report(&mut self) -> String {
        let mut report = String::new();
        loop {
            let start = report.len();
            let length = self.reports.read_line(&mut report).expect("a line");
            assert!(length > 0, "the program ended after:\n{report}");
            if report.get(start..).is_some_and(|line| line.starts_with("],\"summary\"")) {
                return report;
            }
        }
    }

    /// Saves a file and holds the next report against a new run.
    fn save(&mut self, path: &str, text: &str) -> String {
        write(self.tree.path(), path, text);
        self.next()
    }

    /// Holds the next report against a new run.
    fn next(&mut self) -> String {
        let fresh = check(self.tree.path()).output().expect("the program runs");
        let fresh = String::from_utf8(fresh.stdout).expect("the report is UTF-8");
        // A save may come as several events, each with a report of its own; the last one counts.
        for _ in 0..3 {
            if self.report() == fresh {
                return fresh;
            }
        }
        panic!("no report is what a new run says:\n{fresh}");
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn check(tree: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.arg("--root").arg(tree);
    command.args(["check", "--reference", "en", "--profile", "prose", "--format", "json"]);
    command
}

fn write(tree: &Path, path: &str, text: &str) {
    let path = tree.join(path);
    fs::create_dir_all(path.parent().expect("a file in a folder")).expect("the folder can be made");
    // As editors do: a new file takes the place of the old one.
    let new = path.with_extension("new");
    fs::write(&new, text).expect("the file can be written");
    fs::rename(new, path).expect("the file can be put in its place");
}

#[test]
fn after_each_save_the_report_is_what_a_new_run_says() {
    let mut watching = Watching::start(&[
        ("en/a.ftl", "-brand = Fox\nhello = Hello from { -brand }!\n"),
        ("en/b.ftl", "bye = Goodbye, { hello }\nage = You are 18 years old.\n"),
        ("de/a.ftl", "-brand = Fuchs\nhello = Hallo von { -brand }!\n"),
        ("de/b.ftl", "bye = Tschüss, { hello }\nage = Du bist 18 Jahre alt.\n"),
        ("fr/a.ftl", "hello = Bonjour de { -brand } !\n"),
        ("fr/b.ftl", "bye = Au revoir, { hello }\nage = Tu as 18 ans.\n"),
    ]);
    assert!(!watching.report().contains("number-mismatch"));

    let age = "bye = Tschüss, { hello }\nage = Du bist 16 Jahre alt.\n";
    let report = watching.save("de/b.ftl", age);
    assert!(report.contains("number-mismatch"), "{report}");

    // What another file of the language mistyped is named in its help once it is there.
    watching.save("de/a.ftl", "-brand = Fuchs\nhallo = Hallo von { -brand }!\n");
    watching.save("de/a.ftl", "-brand = Fuchs\nhello = Hallo von { -brand }!\n");

    // A text of the reference changes what is said of every language.
    let report =
        watching.save("en/b.ftl", "bye = Goodbye, { hello }\nage = You are 16 years old.\n");
    assert!(report.contains("fr/b.ftl") && !report.contains("`age` says 16"), "{report}");

    // What a text refers to in another file is gone, and comes back with a variable.
    let report = watching.save("en/a.ftl", "-brand = Fox\n");
    assert!(report.contains("there is no message `hello` in `en`"), "{report}");
    watching.save("en/a.ftl", "-brand = Fox\nhello = Hello { $name } from { -brand }!\n");

    // Files come and go.
    watching.save("fr/c.ftl", "new = Nouveau\n");
    fs::remove_file(watching.tree.path().join("de/a.ftl")).expect("the file can be removed");
    let report = watching.next();
    assert!(report.contains("the file `a.ftl` is missing"), "{report}");
}

#[test]
fn however_an_editor_saves_the_last_report_is_about_all_of_it() {
    let mut watching = Watching::start(&[
        ("en/a.ftl", "age = 18\nbye = Bye\n"),
        ("de/a.ftl", "age = 18\nbye = Tschüss\n"),
    ]);
    let clean = watching.report();
    let path = watching.tree.path().join("de/a.ftl");

    // It empties the file and writes it anew.
    fs::write(&path, "age = 16\nbye = Tschüss\n").expect("the file can be written");
    assert!(watching.next().contains("number-mismatch"));

    // It keeps the old file under another name.
    fs::rename(&path, path.with_extension("ftl~")).expect("the file can be renamed");
    fs::write(&path, "age = 18\nbye = Tschüss\n").expect("the file can be written");
    assert_eq!(watching.next(), clean);

    // It saves twice.
    fs::write(&path, "age = 16\n").expect("the file can be written");
    fs::write(&path, "age = 17\nbye = Tschüss\n").expect("the file can be written");
    assert!(watching.next().contains("says 17"));
}
