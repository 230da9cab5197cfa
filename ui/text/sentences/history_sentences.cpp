// Errors of the history, of its filter, of logs that are imported, and of plans of studies.
#include <QCoreApplication>

#include "ui/text/sentences/sentences.h"

namespace tunebench::ui {
namespace {

constexpr const char* kHistorySentences[] = {
    QT_TRANSLATE_NOOP("core", "The history %1 cannot be written: the disk is full."),
    QT_TRANSLATE_NOOP("core",
                      "Free some space. Nothing is lost: what is missing is taken from the runs' folders at "
                      "the next start."),
    QT_TRANSLATE_NOOP("core", "The history %1 is damaged."),
    QT_TRANSLATE_NOOP("core",
                      "Close every Tunebench and start it again: the file is kept aside under another name "
                      "and the history is rebuilt from the runs' folders."),
    QT_TRANSLATE_NOOP("core", "The history %1 is not writable."),
    QT_TRANSLATE_NOOP("core",
                      "Check the permissions of the file and of its folder, or choose another data folder "
                      "with TUNEBENCH_DATA."),
    QT_TRANSLATE_NOOP("core", "The history %1 cannot be opened."),
    QT_TRANSLATE_NOOP("core",
                      "Check that its folder exists and that you may write in it, or choose another data "
                      "folder with TUNEBENCH_DATA."),
    QT_TRANSLATE_NOOP("core", "The history %1 is kept busy by another process."),
    QT_TRANSLATE_NOOP("core", "Nothing is lost: what is missing is taken from the runs' folders."),
    QT_TRANSLATE_NOOP("core", "The history %1 cannot be read or written: the disk reports an error."),
    QT_TRANSLATE_NOOP("core",
                      "Check the disk. What is missing is taken from the runs' folders at the next start."),
    QT_TRANSLATE_NOOP("core", "There is not enough memory to use the history %1."),
    QT_TRANSLATE_NOOP("core", "Close other programs."),
    QT_TRANSLATE_NOOP("core", "The history %1 refused a statement: %2 (code %3)."),
    QT_TRANSLATE_NOOP("core", "This is a mistake of the program; please report it."),
    QT_TRANSLATE_NOOP("core", "%1 is the database of another program, not a Tunebench history."),
    QT_TRANSLATE_NOOP("core", "Move it elsewhere, or choose another data folder with TUNEBENCH_DATA."),
    QT_TRANSLATE_NOOP(
        "core",
        "The history %1 was written by a newer Tunebench (version %2 of its tables; this one knows %3)."),
    QT_TRANSLATE_NOOP("core",
                      "Start the newer Tunebench, or choose another data folder with TUNEBENCH_DATA. The "
                      "file was not touched."),
    QT_TRANSLATE_NOOP("core", "The history %1 is damaged: %2"),
    QT_TRANSLATE_NOOP("core",
                      "The history was damaged. The damaged file was kept as %1, and the history is rebuilt "
                      "from the runs' folders."),
    QT_TRANSLATE_NOOP("core",
                      "Another Tunebench has been checking or updating the history %1 for %2 seconds."),
    QT_TRANSLATE_NOOP("core", "Wait until it is ready, or close it."),
    QT_TRANSLATE_NOOP(
        "core", "Another Tunebench, of an older version, has the history %1 open; it cannot be updated now."),
    QT_TRANSLATE_NOOP("core", "Close every other Tunebench and start this one again."),
    QT_TRANSLATE_NOOP("core", "The system does not let the history start its thread."),
    QT_TRANSLATE_NOOP("core", "Close other programs and try again."),
    QT_TRANSLATE_NOOP("core", "The history has no run '%1'."),
    QT_TRANSLATE_NOOP("core", "The history has no run %1."),
    QT_TRANSLATE_NOOP(
        "core",
        "Give the id of a run, its beginning, or its name, as `tunebench-cli history list` shows them."),
    QT_TRANSLATE_NOOP("core", "'%1' stands for %2 runs: %3."),
    QT_TRANSLATE_NOOP("core", "Give the id of one of them."),
    QT_TRANSLATE_NOOP("core",
                      "The history %1 was written by an older Tunebench and has not been updated yet."),
    QT_TRANSLATE_NOOP("core", "Start Tunebench once; it updates the file and keeps a copy."),
    QT_TRANSLATE_NOOP("core", "There is no history at %1 yet."),
    QT_TRANSLATE_NOOP("core", "It is made when the first run starts."),
    QT_TRANSLATE_NOOP("core", "An event of run %1 came before the run had begun."),
    QT_TRANSLATE_NOOP("core", "There is no metric '%1'."),
    QT_TRANSLATE_NOOP("core", "%1 is a copy of the run in %2 and was left out"),
    QT_TRANSLATE_NOOP("core", "%1 (%2 more runs could not be read completely.)"),
    QT_TRANSLATE_NOOP("core", "The folder %1 has the name that the trash keeps checkpoints under."),
    QT_TRANSLATE_NOOP("core", "Give the folder another name, and start Tunebench again."),
    QT_TRANSLATE_NOOP("core",
                      "Columns are those of the run table, settings (method.rank), and metrics (loss, "
                      "loss.min, loss.best_step). Texts are written in quotes."),
    QT_TRANSLATE_NOOP("core", "'%1' is not expected here"),
    QT_TRANSLATE_NOOP("core", "Conditions are joined by and, or; parentheses come in pairs."),
    QT_TRANSLATE_NOOP("core", "too many levels of parentheses and not"),
    QT_TRANSLATE_NOOP("core", "Write it more simply."),
    QT_TRANSLATE_NOOP("core", "a closing parenthesis is missing"),
    QT_TRANSLATE_NOOP("core", "Parentheses come in pairs."),
    QT_TRANSLATE_NOOP("core", "a condition is expected, not '%1'"),
    QT_TRANSLATE_NOOP("core", "For example: loss < 0.5 and method == \"lora\"."),
    QT_TRANSLATE_NOOP("core", "a value is missing"),
    QT_TRANSLATE_NOOP("core", "A number, a text in quotes or a column comes behind a comparison."),
    QT_TRANSLATE_NOOP("core", "a parenthesis is missing behind in"),
    QT_TRANSLATE_NOOP("core", "For example: method in (\"lora\", \"dora\")."),
    QT_TRANSLATE_NOOP("core", "a value is missing in the list"),
    QT_TRANSLATE_NOOP("core", "the list is not closed"),
    QT_TRANSLATE_NOOP("core", "Write a parenthesis at its end."),
    QT_TRANSLATE_NOOP("core", "the expression has too many parts"),
    QT_TRANSLATE_NOOP("core", "the expression is longer than 4096 bytes"),
    QT_TRANSLATE_NOOP("core", "this is no UTF-8"),
    QT_TRANSLATE_NOOP("core", "the quote is never closed"),
    QT_TRANSLATE_NOOP("core", "Write the same quote at the end of the text."),
    QT_TRANSLATE_NOOP("core", "'%1' means nothing here"),
    QT_TRANSLATE_NOOP("core", "Write names with other characters in backquotes, texts in quotes."),
    QT_TRANSLATE_NOOP("core", "The log has more than 20 million values."),
    QT_TRANSLATE_NOOP("core", "Import a log that was written less often."),
    QT_TRANSLATE_NOOP("core", "%1 more lines could not be read"),
    QT_TRANSLATE_NOOP("core", "%1 lines without a step were left out"),
    QT_TRANSLATE_NOOP("core", "no column is called step: lines were counted"),
    QT_TRANSLATE_NOOP("core", "the column %1 has texts, which were left out"),
    QT_TRANSLATE_NOOP("core", "%1: %2 records are no events and were left out"),
    QT_TRANSLATE_NOOP("core", "entries of log_history without a step were left out"),
    QT_TRANSLATE_NOOP("core", "%1 is no trainer_state.json: it has no list log_history."),
    QT_TRANSLATE_NOOP("core", "%1 exists and is not empty."),
    QT_TRANSLATE_NOOP("core", "Give a new folder; nothing that exists is overwritten."),
    QT_TRANSLATE_NOOP("core", "%1 holds more than %2 files."),
    QT_TRANSLATE_NOOP("core", "The log %1 does not exist."),
    QT_TRANSLATE_NOOP("core", "Name the folders of the logs."),
    QT_TRANSLATE_NOOP("core", "There is no log of a run in %1."),
    QT_TRANSLATE_NOOP("core", "%1 has no size to choose: its trainable parameters are what they are"),
    QT_TRANSLATE_NOOP("core", "Leave it out, or hold steps, tokens or time equal."),
    QT_TRANSLATE_NOOP("core", "%1 cannot have about %2 trainable parameters"),
    QT_TRANSLATE_NOOP("core", "Choose another amount, or leave the method out."),
    QT_TRANSLATE_NOOP("core", "%1 needs %2 with a micro-batch of one sequence, more than %3 GiB"),
    QT_TRANSLATE_NOOP("core", "Allow more memory, shorten data.max_length, or leave the method out."),
    QT_TRANSLATE_NOOP("core", "Say how many tokens, parameters, GiB or minutes each method gets."),
    QT_TRANSLATE_NOOP("core", "Name the run file that the methods are variants of, or write it here."),
    QT_TRANSLATE_NOOP("core", "%1 must be an object"),
    QT_TRANSLATE_NOOP("core", "%1.grid.%2 must be a list of values"),
    QT_TRANSLATE_NOOP("core", "Did you mean \"%1\"?"),
    QT_TRANSLATE_NOOP("core", "They are: %1."),
    QT_TRANSLATE_NOOP("core", "Get the file again, or correct it at that place."),
    QT_TRANSLATE_NOOP("core", "Correct the file at that place."),
    QT_TRANSLATE_NOOP("core", "There is no value in %1."),
};

}  // namespace

std::span<const char* const> historySentences() {
    return kHistorySentences;
}

}  // namespace tunebench::ui
