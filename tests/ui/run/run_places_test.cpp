#include "ui/run/run_places.h"

#include <cmath>

#include <QTest>

using namespace tunebench;
using namespace tunebench::ui;

namespace {

RunState tenSteps() {
    RunState state;
    for (std::int64_t step = 1; step <= 10; ++step)
        state.apply(StepDone{.step = step,
                             .epoch = 0.1 * static_cast<double>(step),
                             .tokens = 100 * step,
                             .elapsed_seconds = 2.0 * static_cast<double>(step)});
    return state;
}

using Places = std::vector<double>;

}  // namespace

class RunPlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreThemselves() { QCOMPARE(placesOf(PlaceKind::Step, {}, Places{0, 5, 7}), (Places{0, 5, 7})); }

    void everyStepHasItsTokensAndItsTime() {
        const RunState state = tenSteps();
        QCOMPARE(placesOf(PlaceKind::Tokens, state, Places{1, 2, 10}), (Places{100, 200, 1000}));
        QCOMPARE(placesOf(PlaceKind::Time, state, Places{3, 3, 4}), (Places{6, 6, 8}));
        QCOMPARE(placesOf(PlaceKind::Epoch, state, Places{10}), (Places{1.0}));
    }

    void aPlaceIsConvertedFromOneUnitToAnother() {
        const RunState state = tenSteps();
        QCOMPARE(convertedPlace(2.5, PlaceKind::Step, PlaceKind::Step, {}), 2.5);
        QCOMPARE(convertedPlace(2.5, PlaceKind::Step, PlaceKind::Tokens, state), 250.0);
        QCOMPARE(convertedPlace(250.0, PlaceKind::Tokens, PlaceKind::Step, state), 2.5);
        QCOMPARE(convertedPlace(250.0, PlaceKind::Tokens, PlaceKind::Time, state), 5.0);
        QCOMPARE(convertedPlace(-1.0, PlaceKind::Step, PlaceKind::Tokens, state), -100.0);  // air at the ends
        QCOMPARE(convertedPlace(12.0, PlaceKind::Step, PlaceKind::Tokens, state), 1200.0);
        QVERIFY(std::isnan(convertedPlace(1.0, PlaceKind::Step, PlaceKind::Tokens, {})));
    }

    void beforeTheFirstStepIsNothingAndBehindTheLastIsTheLast() {
        const RunState state = tenSteps();
        QCOMPARE(placesOf(PlaceKind::Tokens, state, Places{0, 11}), (Places{0, 1000}));
        QCOMPARE(placesOf(PlaceKind::Time, RunState(), Places{0, 1}), (Places{0, 0}));
    }

    void aStepThatWasNotSeenLiesBetweenItsNeighbours() {
        RunState state;  // a mailbox that nobody read has thinned them out
        state.apply(StepDone{.step = 2, .tokens = 200});
        state.apply(StepDone{.step = 6, .tokens = 600});
        QCOMPARE(placesOf(PlaceKind::Tokens, state, Places{1, 4}), (Places{100, 400}));
    }

    void anyCurveMayRunAlong() {
        QCOMPARE(placesAlong({.steps = {2, 6}, .values = {20, 100}}, Places{1, 4, 7}), (Places{10, 60, 100}));
    }

    void placesHaveUnits() {
        QCOMPARE(placeText(PlaceKind::Step, 12), QStringLiteral("step 12"));
        QVERIFY(placeText(PlaceKind::Tokens, 5).contains(QStringLiteral("tokens")));
        QVERIFY(placeText(PlaceKind::Time, 61).contains(QStringLiteral("min")));
    }
};

QTEST_APPLESS_MAIN(RunPlacesTest)
#include "run_places_test.moc"
