// Studies whose truth is known: what is declared, and how often.
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/study/statistics/paired_comparison.h"

namespace tunebench {
namespace {

constexpr int kRepetitions = 200;
constexpr std::size_t kExamples = 200;
constexpr double kDifficulty = 2.0;  // standard deviation of examples' losses that all methods share

/// In units of the standard deviation of one run's differences on single examples.
struct Truth {
    std::size_t methods = 2;
    std::size_t seeds = 3;
    double seed_effect = 0.1;  // standard deviation, of the difference of two runs
    double advantage = 0.0;    // of the second method over all others
    double unstable = 1.0;     // how many times larger the seed effect of the last method is
};

class Simulation {
public:
    Simulation(const Truth& truth, std::uint64_t repetition) : truth_(truth), random_(2026, repetition) {}

    std::vector<LossMatrix> scores() {
        std::vector<double> difficulty(kExamples);
        for (auto& loss : difficulty)
            loss = kDifficulty * normal();
        std::vector<LossMatrix> methods;
        for (std::size_t i = 0; i < truth_.methods; ++i)
            methods.push_back(method(difficulty, i));
        return methods;
    }

private:
    LossMatrix method(const std::vector<double>& difficulty, std::size_t index) {
        const double advantage = index == 1 ? truth_.advantage : 0.0;
        const double unstable = index + 1 == truth_.methods ? truth_.unstable : 1.0;
        LossMatrix losses(truth_.seeds, kExamples);
        for (std::size_t seed = 0; seed < truth_.seeds; ++seed) {
            const double luck = unstable * truth_.seed_effect * normal() / std::sqrt(2.0);
            for (std::size_t example = 0; example < kExamples; ++example)
                losses.row(seed)[example] =
                    difficulty[example] + luck + normal() / std::sqrt(2.0) - advantage;
        }
        return losses;
    }

    double normal() {
        const double u = 1.0 - random_.uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::acos(-1.0) * random_.uniform());
    }

    const Truth truth_;
    Random random_;
};

struct Declared {
    int any = 0;    // studies that declare at least one difference
    int right = 0;  // that find the second method better
};

Declared declared_in(const Truth& truth) {
    Declared declared;
    for (int i = 0; i < kRepetitions; ++i) {
        auto methods = Simulation(truth, static_cast<std::uint64_t>(i)).scores();
        const auto baseline = methods.front();
        methods.erase(methods.begin());
        const auto comparisons = compare_with_baseline(baseline, methods, {.resamples = 400});
        bool any = false;
        for (const auto& comparison : comparisons)
            any |= comparison.verdict != Difference::NotShown;
        declared.any += any ? 1 : 0;
        declared.right += comparisons.front().verdict == Difference::Better ? 1 : 0;
    }
    return declared;
}

constexpr int kMostFalse = 18;  // of 200
constexpr int kFewestFound = 180;

/// Two methods or eight, two seeds to five, luck with seeds from none to nearly half of what single
/// examples differ by.
TEST(SimulatedStudyTest, IdenticalMethodsAreDeclaredDifferentSeldom) {
    for (const double effect : {0.0, 0.1, 0.4})
        for (const auto& truth : {Truth{.methods = 2, .seeds = 2, .seed_effect = effect},
                                  Truth{.methods = 2, .seeds = 3, .seed_effect = effect},
                                  Truth{.methods = 8, .seeds = 3, .seed_effect = effect},
                                  Truth{.methods = 8, .seeds = 5, .seed_effect = effect}})
            EXPECT_LE(declared_in(truth).any, kMostFalse)
                << truth.methods << " methods, " << truth.seeds << " seeds, seed effect " << effect;
}

TEST(SimulatedStudyTest, AnUnstableMethodIsNotDeclaredDifferentOften) {
    EXPECT_LE(declared_in({.methods = 8, .seed_effect = 0.2, .unstable = 3.0}).any, kMostFalse);
}

TEST(SimulatedStudyTest, ADifferenceOfOneStandardDeviationIsFound) {
    EXPECT_GE(declared_in({.methods = 2, .seeds = 3, .seed_effect = 0.1, .advantage = 1.0}).right,
              kFewestFound);
    EXPECT_GE(declared_in({.methods = 2, .seeds = 3, .seed_effect = 0.2, .advantage = 1.0}).right,
              kFewestFound);
    EXPECT_GE(declared_in({.methods = 8, .seeds = 3, .seed_effect = 0.1, .advantage = 1.0}).right,
              kFewestFound);
    EXPECT_GE(declared_in({.methods = 8, .seeds = 5, .seed_effect = 0.2, .advantage = 1.0}).right,
              kFewestFound);
}

/// The last method's luck is ten times that of the others.
TEST(SimulatedStudyTest, AnUnstableMethodDoesNotHideTheOthers) {
    EXPECT_GE(
        declared_in({.methods = 8, .seeds = 3, .seed_effect = 0.1, .advantage = 1.0, .unstable = 10.0}).right,
        kFewestFound);
}

/// One seed: the models that were trained are all that is asked about.
TEST(SimulatedStudyTest, WithOneSeedTheModelsThemselvesAreCompared) {
    EXPECT_LE(declared_in({.methods = 8, .seeds = 1, .seed_effect = 0.0}).any, kMostFalse);
    EXPECT_GE(declared_in({.methods = 8, .seeds = 1, .seed_effect = 0.4}).any, kRepetitions / 2)
        << "the seeds' luck counts as the models' own";
}

}  // namespace
}  // namespace tunebench
