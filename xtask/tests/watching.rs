//! `check --watch` says after each save what a new run would say.

#![expect(clippy::disallowed_methods, reason = "tests write the files that a command reads")]

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_xtask");

/// Whoever waits longer for a report waits for nothing.
const PATIENCE: Duration = Duration::from_secs(20);

/// A watched tree, in the folder `tree` of one for temporary files.
struct Watching {
    folder: TempDir,
    child: Child,
    reports: Receiver<String>,
}

impl Watching {
    fn start(files: &[(&str, &str)]) -> Self {
        Self::start_at(files, true)
    }

    /// The root is named by its whole path, or as the folder in which the command runs.
    fn start_at(files: &[(&str, &str)], is_absolute: bool) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let tree = folder.path().join("tree");
        for (path, text) in files {
            write(&tree, path, text);
        }
        let said = fs::File::create(folder.path().join("said")).expect("a file");
        let root = if is_absolute { tree.as_path() } else { Path::new(".") };
        let mut child = check(root)
            .args(["--watch", "--timings"])
            .current_dir(&tree)
            .stdout(Stdio::piped())
            .stderr(said)
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output is read"));
        let (sender, reports) = channel();
        thread::spawn(move || {
            let mut report = String::new();
            while lines.read_line(&mut report).is_ok_and(|length| length > 0) {
                let is_last =
                    report.lines().last().is_some_and(|it| it.starts_with("],\"summary\""));
                if is_last && sender.send(std::mem::take(&mut report)).is_err() {
                    return;
                }
            }
        });
        Self { folder, child, reports }
    }

    fn tree(&self) -> std::path::PathBuf {
        self.folder.path().join("tree")
    }

    /// What it said beside its reports.
    fn said(&self) -> String {
        fs::read_to_string(self.folder.path().join("said")).expect("a file")
    }

    /// Waits until it has said this.
    fn hear(&self, text: &str) {
        let start = Instant::now();
        while !self.said().contains(text) {
            assert!(start.elapsed() < PATIENCE, "not said: {text}, but {}", self.said());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The next report.
    fn report(&mut self) -> String {
        let report = self.reports.recv_timeout(PATIENCE);
        report.unwrap_or_else(|_| panic!("there is no report; it said:\n{}", self.said()))
    }

    /// Saves a file and holds the next report against a new run.
    fn save(&mut self, path: &str, text: &str) -> String {
        write(&self.tree(), path, text);
        self.next()
    }

    /// Renames something and holds the next report against a new run.
    fn rename(&mut self, from: &str, to: &str) -> String {
        fs::rename(self.tree().join(from), self.tree().join(to)).expect("it can be renamed");
        self.next()
    }

    /// Holds the next report against a new run.
    fn next(&mut self) -> String {
        let fresh = check(&self.tree()).output().expect("the program runs");
        let fresh = String::from_utf8(fresh.stdout).expect("the report is UTF-8");
        // A save may come as several events, each with a report of its own; the last one counts.
        for _ in 0..8 {
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
    fs::remove_file(watching.tree().join("de/a.ftl")).expect("the file can be removed");
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
    let path = watching.tree().join("de/a.ftl");

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

#[test]
fn only_what_a_save_can_change_is_judged_again_however_the_root_is_named() {
    for is_absolute in [true, false] {
        let files = [
            ("en/a.ftl", "a = A\n"),
            ("en/b.ftl", "b = B\n"),
            ("de/a.ftl", "a = X\n"),
            ("de/b.ftl", "b = Y\n"),
            ("fr/b.ftl", "b = Z\n"),
        ];
        let mut watching = Watching::start_at(&files, is_absolute);
        watching.report();
        watching.save("de/b.ftl", "b = Y!\n");
        watching.hear("1 files were judged again");
        watching.save("en/b.ftl", "b = B!\n");
        assert_eq!(watching.said().matches("everything was judged").count(), 1);
    }
}

#[test]
fn where_the_reference_gains_or_loses_a_name_every_text_that_may_mean_it_is_judged() {
    let mut watching = Watching::start(&[
        ("en/a.ftl", "a = A\n"),
        ("en/b.ftl", "b = B\n"),
        ("de/a.ftl", "a = X\nc = C\n"),
        ("de/b.ftl", "b = Y\n"),
    ]);
    assert!(watching.report().contains("remove it"));
    let report = watching.save("en/b.ftl", "b = B\nc = C\n");
    assert!(report.contains("the reference has it in `b.ftl`: move it there"), "{report}");
    assert!(watching.save("en/b.ftl", "b = B\n").contains("remove it"));
}

#[cfg(unix)]
#[test]
fn a_file_to_which_links_lead_is_judged_in_every_locale_that_has_it() {
    use std::os::unix::fs::symlink;
    let mut watching = Watching::start(&[
        ("en/a.ftl", "age = 18\n"),
        ("de/a.ftl", "age = 18\n"),
        ("fr/b.ftl", "age = 18\n"),
    ]);
    watching.report();
    let tree = watching.tree();
    symlink("../de/a.ftl", tree.join("fr/a.ftl")).expect("linked");
    watching.next();
    symlink("fr", tree.join("it")).expect("linked");
    watching.next();
    let report = watching.save("de/a.ftl", "age = 16\n");
    assert_eq!(report.matches("number-mismatch\",").count(), 2, "{report}");
    fs::remove_file(tree.join("it")).expect("the link can be removed");
    watching.next();
}

#[test]
fn folders_that_come_go_or_move_are_noticed() {
    let mut watching = Watching::start(&[
        ("en/a.ftl", "age = 18\n"),
        ("en/sub/a.ftl", "bye = Bye\n"),
        ("de/a.ftl", "age = 18\n"),
        ("de/sub/a.ftl", "bye = Tschüss\n"),
        ("../it/a.ftl", "age = 16\n"),
    ]);
    watching.report();
    assert!(watching.rename("../it", "it").contains("it/a.ftl"));
    assert!(watching.rename("it", "es").contains("es/a.ftl"));
    watching.rename("de/sub", "de/sub2");
    watching.save("de/sub2/a.ftl", "bye = Bis bald\n");
    watching.rename("de", "../de");
    let deep = watching.tree().join("pl/x/y");
    fs::create_dir_all(&deep).expect("folders can be made");
    for path in ["a.ftl", "x/a.ftl", "x/y/a.ftl"] {
        fs::write(watching.tree().join("pl").join(path), "age = 16\n").expect("written");
    }
    assert!(watching.next().contains("pl/x/y/a.ftl"));
    fs::remove_dir_all(watching.tree().join("es")).expect("the folder can be removed");
    watching.next();
}

#[test]
fn what_is_wrong_for_a_while_is_said_and_waited_for() {
    let mut watching = Watching::start(&[("en/a.ftl", "age = 18\n"), ("de/a.ftl", "age = 16\n")]);
    let before = watching.report();
    let policy = watching.tree().join("policy.toml");
    fs::write(&policy, "[severities\n").expect("written");
    watching.hear("policy.toml");
    fs::write(&policy, "").expect("written");
    fs::remove_file(&policy).expect("removed");
    assert_eq!(watching.next(), before);
    fs::rename(watching.tree().join("en"), watching.tree().join("../en")).expect("renamed");
    watching.hear("the reference `en` is not in");
    assert_eq!(watching.rename("../en", "en"), before);
    fs::remove_file(watching.tree().join("en/a.ftl")).expect("removed");
    watching.save("en/a.ftl", "age = 18\nbye = Bye\n");
}

#[test]
fn when_nobody_reads_the_reports_any_more_the_watch_ends() {
    let files = [("en/a.ftl", "age = 18\n"), ("de/a.ftl", "age = 16\n")];
    let mut watching = Watching::start(&files);
    watching.report();
    // The thread that reads ends with the next report, and the one after it finds nobody.
    watching.reports = channel().1;
    let start = Instant::now();
    let mut age = 20;
    while watching.child.try_wait().expect("a state").is_none() {
        assert!(start.elapsed() < PATIENCE, "it goes on");
        age += 1;
        write(&watching.tree(), "de/a.ftl", &format!("age = {age}\n"));
        thread::sleep(Duration::from_millis(50));
    }
}
