// Sentences as core composes them: when one of them is worded anew there, this says which.
#include "ui/text/core_sentence.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include <QTest>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/data/data_findings.h"
#include "core/params/param_codec.h"
#include "core/run/preflight.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/watched_application.h"
#include "ui/text/language.h"
#include "ui/text/qt_text.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kThreads = "64 threads on 2 cores make training slower";

QString problemOf(const std::string& sentence) {
    return coreSentence(sentence) == toQt(sentence) ? toQt("not translated: " + sentence) : QString();
}

QString problemOf(const Error& error) {
    return problemOf(error.message) + problemOf(error.hint);
}

/// With every flaw, in so many rows.
DataHealth flawedHealth(std::int64_t count) {
    const RowGroup rows{.count = count};
    DataHealth health{.truncated = rows,
                      .cut_away = rows,
                      .unlearnable = rows,
                      .empty = rows,
                      .repeated = rows,
                      .blank_parts = rows,
                      .empty_answers = rows,
                      .out_of_turn = rows,
                      .enormous = rows,
                      .unreadable_text = rows,
                      .decoded_twice = rows,
                      .control_characters = rows};
    health.report.examples = 101;
    health.report.labels = {{.label = "good", .examples = 100}, {.label = "bad", .examples = 1}};
    health.reasons = {
        {.first_message = "a.jsonl is empty", .hint = "Choose another file.", .rows = {.count = 2}}};
    return health;
}

std::vector<DataFinding> flawedData(std::int64_t count) {
    const Diagnosis diagnosis{
        .train = flawedHealth(count), .validation = flawedHealth(count), .leaked = {.count = count}};
    auto findings = data_findings(diagnosis, {});
    std::ranges::move(data_findings(diagnosis, {.deduplicate = true}), std::back_inserter(findings));
    return findings;
}

QString problemOfFindings(const std::vector<DataFinding>& findings) {
    QString problems = findings.size() < 50 ? QStringLiteral("too little was found") : QString();
    for (const DataFinding& finding : findings)
        problems += problemOf(finding.message) + problemOf(finding.hint);
    return problems;
}

/// A run that could start, and what is wrong with it after a change.
struct CheckedRun {
    /// Empty when there is something to say and all of it is translated.
    QString problem() const {
        const auto findings = preflight(config, place);
        QString problems = findings.empty() ? QStringLiteral("nothing was found") : QString();
        for (const Finding& finding : findings)
            problems += problemOf(finding.message) + problemOf(finding.hint);
        return problems;
    }

    tunebench::test::TemporaryFolder folder;
    RunConfig config = tunebench::test::tiny_run(folder.path(), 10);
    PreflightPlace place = {.data_folder = folder.path() / "data" / "tunebench",
                            .available_memory_bytes = std::uint64_t{4} << 30U,
                            .cores = 2};
};

}  // namespace

class CoreSentenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inEnglishTheyStayAsTheyAre() {
        QCOMPARE(coreSentence(kThreads), toQt(kThreads));
        QCOMPARE(coreSentence("rank must be between 1 and 512, got 0"),
                 QStringLiteral("rank must be between 1 and 512, got 0"));
        QCOMPARE(coreSentence(""), QString());
        installLanguage(*qApp, Language::German);
    }

    void numbersArePutIntoTheTranslation() {
        QCOMPARE(coreSentence(kThreads),
                 QStringLiteral("64 Threads auf 2 Kernen machen das Training langsamer"));
    }

    void whatLooksLikeAPlaceholderIsTakenOver() {
        QCOMPARE(coreSentence("The data file /tmp/%2/100%1.jsonl does not exist"),
                 QStringLiteral("Die Datei /tmp/%2/100%1.jsonl gibt es nicht"));
    }

    void whatIsSaidWithinASentenceIsTranslatedToo() {
        QCOMPARE(coreSentence("rank must be between 1 and 512, got 0"),
                 QStringLiteral("rank muss zwischen 1 und 512 sein, nicht 0"));
        QCOMPARE(coreSentence("Cannot read /tmp/a: it does not exist."),
                 QStringLiteral("/tmp/a lässt sich nicht lesen: es gibt sie nicht."));
    }

    void otherSentencesStayEnglish() {
        QCOMPARE(coreSentence("Nobody has translated 7 of these."),
                 QStringLiteral("Nobody has translated 7 of these."));
    }

    void theModelsFindings() {
        CheckedRun run;
        run.config.model.path = "/nonexistent/model";
        QCOMPARE(run.problem(), QString());
        const fs::path model = run.folder.path() / "model";
        run.config.model.path = model.string();
        fs::remove(model / "tokenizer.json");
        QCOMPARE(run.problem(), QString());
        fs::remove(model / "model.safetensors");
        QCOMPARE(run.problem(), QString());
        std::ofstream(model / "pytorch_model.bin") << "pickle";
        QCOMPARE(run.problem(), QString());
    }

    void theDatasFindings() {
        CheckedRun run;
        run.config.data.validation_share = 0.1;
        QCOMPARE(run.problem(), QString());
        run.config.data.validation_share = 0.0;
        run.config.data.validation = run.config.data.train.front().path;
        QCOMPARE(run.problem(), QString());
        run.config.data.validation = "/nonexistent/a.jsonl";
        QCOMPARE(run.problem(), QString());
        const fs::path empty = run.folder.path() / "empty.jsonl";
        std::ofstream(empty).flush();
        run.config.data.validation = empty.string();
        QCOMPARE(run.problem(), QString());
        fs::create_directories(run.folder.path() / "none");
        run.config.data.validation = (run.folder.path() / "none").string();
        QCOMPARE(run.problem(), QString());
    }

    void theSettingsFindings() {
        CheckedRun run;
        run.config.general.threads = 64;
        run.config.schedule.params.set("warmup_steps", 20);
        run.config.budget.length_grouped = true;
        run.config.evaluation.patience = 2;
        run.config.evaluation.every = 0;
        run.config.data.validation.clear();
        QCOMPARE(run.problem(), QString());
        run.config.budget.steps = 0;
        QCOMPARE(run.problem(), QString());
    }

    void theMethodsErrors() {
        CheckedRun run;
        run.config.method.params.set("targets", "nosuch");
        QCOMPARE(run.problem(), QString());
        run.config.method.params.set("targets", ParamList{"q_prok"});
        QCOMPARE(run.problem(), QString());
        run.config.method.params.set("targets", ParamList{7.5});
        QCOMPARE(run.problem(), QString());
    }

    void whatIsTooLarge() {
        CheckedRun run;
        run.place.available_memory_bytes = 4096;
        QCOMPARE(run.problem(), QString());
        run.config.general.memory_limit_gib = 1e-6;
        QCOMPARE(run.problem(), QString());
        run.config.general.memory_limit_gib = 0.0;
        run.place.available_memory_bytes = std::uint64_t{4} << 30U;
        run.place.free_disk_bytes = 1000;
        QCOMPARE(run.problem(), QString());
    }

    void theDatasHealth() {
        for (const std::int64_t count : {1, 7}) {
            const QString problem = problemOfFindings(flawedData(count));
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
        QCOMPARE(coreSentence("7 examples of the training data (2.5 %) are cut at 256 tokens"),
                 QStringLiteral("7 Beispiele der Trainingsdaten (2.5 %) werden bei 256 Token abgeschnitten"));
    }

    void valuesOfFields() {
        const ParamSpec spec{.key = "rank", .help = "Set 0 for one thread a core.", .min = 1, .max = 512};
        QCOMPARE(problemOf(number_in_range(spec, ParamValue(0)).error()), QString());
        QCOMPARE(problemOf(number_in_range(spec, ParamValue("many")).error()), QString());
    }

    void filesThatCannotBeReadOrWritten() {
        const auto read = read_file("/nonexistent/file", 100);
        QVERIFY(!read);
        QCOMPARE(problemOf(read.error()), QString());
        for (const int number : {ENOENT, EACCES, EROFS, EISDIR})
            QCOMPARE(problemOf(file_error(number, "write", "/tmp/absent")), QString());
    }
};

WATCHED_TEST_MAIN(CoreSentenceTest)
#include "core_sentence_test.moc"
