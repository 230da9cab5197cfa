#include "ui/run/run_state.h"

#include <cmath>
#include <limits>

#include <QTest>

using namespace tunebench;
using namespace tunebench::ui;

class RunStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsBecomeCurves() {
        RunState state;
        state.apply(RunStarted{.total_steps = 10});
        state.apply(StepDone{.step = 1, .loss = 2.0, .learning_rate = 1e-4, .memory_peak_bytes = 100});
        state.apply(StepDone{.step = 2, .loss = 1.5, .learning_rate = 2e-4, .memory_peak_bytes = 300});
        QCOMPARE(state.loss.steps, (std::vector<double>{1, 2}));
        QCOMPARE(state.loss.values, (std::vector<double>{2.0, 1.5}));
        QCOMPARE(state.peak_bytes, std::uint64_t{300});
        QCOMPARE(state.progress(), 0.2);
    }

    void onlyStepsIn16BitsHaveTheirCurves() {
        RunState state;
        state.apply(StepDone{.step = 1, .loss = 2.0});
        QVERIFY(!state.hasSixteenBits());
        state.apply(StepDone{.step = 2, .loss = 1.5, .loss_scale = 1024.0, .gradient_underflow = 0.0});
        QVERIFY(state.hasSixteenBits());
        QCOMPARE(state.loss_scale.steps, (std::vector<double>{2}));
        QCOMPARE(state.loss_scale.values, (std::vector<double>{1024.0}));
        QCOMPARE(state.gradient_underflow.values, (std::vector<double>{0.0}));
        QVERIFY(state.gradient_overflow.steps.empty());
    }

    void zeroAndNanAreValues() {
        RunState state;
        state.apply(StepDone{.step = 1, .loss = 0.0});
        state.apply(StepDone{.step = 2, .loss = std::numeric_limits<double>::quiet_NaN()});
        QCOMPARE(state.loss.values.size(), std::size_t{2});
        QCOMPARE(state.loss.values[0], 0.0);
        QVERIFY(std::isnan(state.loss.values[1]));
    }

    void pauseAndResumeShowInThePhase() {
        RunState state;
        state.apply(RunStarted{});
        state.apply(PhaseChanged{.phase = RunPhase::Paused});
        QVERIFY(state.isPaused());
        state.apply(PhaseChanged{.phase = RunPhase::Training});
        QVERIFY(!state.isPaused());
        QVERIFY(state.isActive());
    }

    void theBestEvaluationIsRemembered() {
        RunState state;
        state.apply(EvaluationDone{.step = 10, .loss = 0.5, .is_best = true});
        state.apply(EvaluationDone{.step = 20, .loss = 0.7});
        QCOMPARE(state.best_evaluation->step, std::int64_t{10});
        QCOMPARE(state.last_evaluation->step, std::int64_t{20});
    }

    void warningsAndErrorsAreInTheLogWithWhatToDo() {
        RunState state;
        state.apply(RunWarning{.step = 3, .message = "slow", .hint = "close something"});
        state.apply(RunFinished{.cause = ExitCause::Failed,
                                .error = Error{.message = "loss is NaN", .hint = "lower the rate"}});
        QCOMPARE(state.log[0].kind, LogKind::Warning);
        QCOMPARE(state.log[0].hint, QStringLiteral("close something"));
        QCOMPARE(state.log[1].kind, LogKind::Error);
        QCOMPARE(state.log[1].text, QStringLiteral("loss is NaN"));
        QVERIFY(!state.isActive());
    }

    void whatTheMachineDoesHasItsCurves() {
        RunState state;
        state.apply(MetricsMeasured{.step = 3, .values = {{"process_cpu_share", 0.5}, {"rouge", 0.2}}});
        state.apply(MetricsMeasured{.step = 3, .values = {{"process_cpu_share", 0.7}}});
        QCOMPARE(state.others.at("process_cpu_share").values, (std::vector<double>{0.5, 0.7}));
        QCOMPARE(state.others.at("rouge").steps, (std::vector<double>{3}));
    }

    void everyMetricOfHistoryHasACurve() {
        RunState state;
        state.apply(StepDone{.step = 1, .step_seconds = 0.5, .memory_bytes = 7, .skipped_steps = 2});
        state.apply(EvaluationDone{.step = 1, .perplexity = 3.0, .token_accuracy = 0.25});
        for (const auto& [name, value] : {std::pair{"step_seconds", 0.5},
                                          {"memory_bytes", 7.0},
                                          {"skipped_steps", 2.0},
                                          {"validation_perplexity", 3.0},
                                          {"validation_token_accuracy", 0.25}})
            QCOMPARE(state.others.at(name).values, (std::vector<double>{value}));
        QVERIFY(!state.others.contains("validation_accuracy"));
        state.apply(EvaluationDone{.step = 2, .accuracy = 0.75, .f1 = 0.5});
        QCOMPARE(state.others.at("validation_accuracy").values, (std::vector<double>{0.75}));
        QCOMPARE(state.others.at("validation_perplexity").values.size(), std::size_t{1});
    }

    void changedSettingsAreKnownAndLogged() {
        RunState state;
        state.apply(SettingsChanged{.step = 7, .learning_rate = 2e-4});
        state.apply(SettingsChanged{.step = 8, .evaluation_every = 0});
        QCOMPARE(*state.learning_rate_set, 2e-4);
        QCOMPARE(*state.evaluation_every_set, std::int64_t{0});
        QCOMPARE(state.log[0].step, std::int64_t{7});
        QVERIFY(state.log[0].text.contains(QStringLiteral("2e-4")));
        QVERIFY(state.log[1].text.contains(QStringLiteral("only at the end")));
    }

    void whatIsReadLaterComesFirst() {
        RunState state;
        state.apply(StepDone{.step = 3, .loss = 0.5, .elapsed_seconds = 9.0});
        RunState earlier;
        earlier.loss.add(1, 2.0);
        earlier.seconds.add(1, 4.0);
        earlier.others["m"].add(1, 5.0);
        prependCurves(state, earlier);
        QCOMPARE(state.loss.steps, (std::vector<double>{1, 3}));
        QCOMPARE(state.loss.values, (std::vector<double>{2.0, 0.5}));
        QCOMPARE(state.seconds.values, (std::vector<double>{4.0, 9.0}));
        QCOMPARE(state.others.at("m").values, (std::vector<double>{5.0}));
        QVERIFY(state.last_step->step == 3);
    }

    void aRunThatGoesBackForgetsWhatDidNotHappen() {
        RunState state;
        state.apply(RunStarted{});
        for (std::int64_t step = 1; step <= 6; ++step) {
            state.apply(StepDone{.step = step, .loss = static_cast<double>(step)});
            state.apply(EvaluationDone{.step = step});
            state.apply(SampleDone{.step = step});
            state.apply(MetricsMeasured{.step = step, .values = {{"m", 1.0}}});
        }
        state.apply(RunStarted{.first_step = 4, .resumed_from = "step-00000004"});
        state.apply(StepDone{.step = 5, .loss = 0.5});
        QCOMPARE(state.loss.steps, (std::vector<double>{1, 2, 3, 4, 5}));
        QCOMPARE(state.loss.values.back(), 0.5);
        QCOMPARE(state.validation_loss.steps.back(), 4.0);
        QCOMPARE(state.samples.back().step, std::int64_t{4});
        QCOMPARE(state.others.at("m").steps.back(), 4.0);
    }

    void aResumedRunIsActiveAgain() {
        RunState state;
        state.apply(RunFinished{.cause = ExitCause::Stopped});
        state.apply(RunStarted{.first_step = 5, .total_steps = 10, .resumed_from = "step-00000005"});
        QVERIFY(state.isActive());
        QCOMPARE(state.progress(), 0.5);
    }

    void cutExamplesAreReported() {
        RunState state;
        state.apply(RunStarted{.truncated_examples = 3, .skipped_examples = 1});
        QCOMPARE(state.log.size(), std::size_t{3});
    }
};

QTEST_APPLESS_MAIN(RunStateTest)
#include "run_state_test.moc"
