// What the export page says of formats and of the comparison.
#include <cmath>

#include <QTest>

#include "core/run/run_folder.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/export/export_result.h"
#include "ui/pages/export/format_choices.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

/// A run that was never trained: the formats depend on its settings alone.
RunSummary runOf(const std::filesystem::path& folder, const std::string& method) {
    auto config = tunebench::test::tiny_run(folder, 1);
    config.method = {.id = method, .params = {}};
    const auto run =
        *RunFolder::create(folder, {.id = new_run_id(), .config = config, .created_at = timestamp_now()});
    return {.id = run.manifest().id, .folder = run.path(), .trainable_parameters = 1000};
}

const FormatChoice& choiceOf(const std::vector<FormatChoice>& choices, std::string_view id) {
    return *std::find_if(choices.begin(), choices.end(),
                         [id](const FormatChoice& choice) { return choice.format->id == id; });
}

ExportReport reportOf(double difference, double tolerance) {
    return {.compared_on = "validation",
            .compared_sequences = 4,
            .compared_tokens = 50,
            .max_logit = 10,
            .max_logit_difference = difference,
            .top1_agreement = 0.998,
            .tolerance = tolerance};
}

}  // namespace

class ExportFormatsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAdapterIsAsLargeAsWhatTrains() {
        const tunebench::test::TemporaryFolder folder;
        const auto choices = formatChoices(runOf(folder.path(), "lora"));
        QCOMPARE(choiceOf(choices, "peft").bytes, std::uint64_t{4000});
        QVERIFY(choiceOf(choices, "merged").bytes > 4000);
    }

    void whatIsImpossibleSaysWhy() {
        const tunebench::test::TemporaryFolder folder;
        const auto choices = formatChoices(runOf(folder.path(), "full"));
        QVERIFY(choiceOf(choices, "peft").refusal.has_value());
        QVERIFY(!choiceOf(choices, "merged").refusal.has_value());
        QVERIFY2(refusalText(choices).contains(QStringLiteral("Not as PEFT adapter")),
                 qPrintable(refusalText(choices)));
        QVERIFY(!refusalText(choices).contains(QStringLiteral("adapterhub")));  // the id
    }

    void severalOfOneReasonAreOneOrTheOther() {
        const tunebench::test::TemporaryFolder folder;
        const QString text = refusalText(formatChoices(runOf(folder.path(), "lora")));
        QVERIFY2(text.contains(QStringLiteral("Not as AdapterHub adapter or pyreft interventions: ")),
                 qPrintable(text));
    }

    void aModelThatIsGoneIsSaidOnce() {
        const tunebench::test::TemporaryFolder folder;
        const auto run = runOf(folder.path(), "lora");
        std::filesystem::remove_all(folder.path() / "model");
        const auto choices = formatChoices(run);
        for (const auto& choice : choices)
            QVERIFY(choice.refusal.has_value());
        QCOMPARE(refusalText(choices).count(QLatin1Char('\n')), 0);
    }

    void theFolderFollowsTheFormatAndIsNew() {
        const tunebench::test::TemporaryFolder folder;
        const auto run = runOf(folder.path(), "lora");
        const auto& peft = *find_export_format("peft");
        QVERIFY(suggestedFolder(run, peft) == run.folder / "export" / "peft");
        std::filesystem::create_directories(run.folder / "export" / "peft");
        QVERIFY(suggestedFolder(run, peft) == run.folder / "export" / "peft-2");
        QVERIFY(suggestedFolder(run, *find_export_format("merged")) == run.folder / "export" / "merged");
    }

    void theVerdictDependsOnWhatTheFormatCanHold() {
        QVERIFY(agreementOf(reportOf(0, 1e-4)) == Agreement::Equal);
        QVERIFY(agreementOf(reportOf(0.01, 0.05)) == Agreement::Close);
        QVERIFY(agreementOf(reportOf(0.01, 1e-4)) == Agreement::Different);
        QVERIFY(agreementOf(reportOf(std::nan(""), 1.0)) == Agreement::Different);
    }

    void theSentenceRoundsNothingAway() {
        const QString sentence = agreementSentence(reportOf(1e-6, 1e-4));
        QVERIFY2(sentence.contains(QStringLiteral("99.80 %")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("50 tokens of 4 validation examples")),
                 qPrintable(sentence));
    }
};

WATCHED_TEST_MAIN(ExportFormatsTest)
#include "export_formats_test.moc"
