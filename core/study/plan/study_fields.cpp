#include "core/study/plan/study_settings.h"

namespace tunebench {
namespace {

constexpr Choice kHeldEqual[] = {{"steps", "Steps"},
                                 {"tokens", "Tokens"},
                                 {"trainable-parameters", "Trainable parameters"},
                                 {"memory", "Memory"},
                                 {"time", "Time"}};

std::vector<Field<StudyRules>> fields_of_the_race() {
    return {field<&StudyRules::name>(
                {.key = "name",
                 .label = "Name",
                 .help = "What the study is called; its folder is named after it.",
                 .details =
                     "A study of the same name goes on where it was: runs that are done are not repeated."}),
            field<&StudyRules::baseline>(
                {.key = "baseline",
                 .label = "Baseline",
                 .help = "The method that all others are compared with; empty for the first.",
                 .details =
                     "Choose it before the runs. The fewer comparisons, the smaller the difference that can "
                     "be shown: against one baseline there are as many as there are other methods."}),
            field<&StudyRules::seeds>(
                {.key = "seeds",
                 .label = "Seeds",
                 .help = "Runs of each method, each with another seed.",
                 .details = "With one seed the result holds for these trained models only. Three show large "
                            "differences, five and more show smaller ones and hold for new seeds as well.",
                 .min = 1,
                 .max = 100}),
            field<&StudyRules::first_seed>({.key = "first_seed",
                                            .label = "First seed",
                                            .help = "The others follow it: 42, 43, 44, …",
                                            .min = 0,
                                            .max = 9007199254740000.0,
                                            .level = ParamLevel::Advanced})};
}

std::vector<Field<StudyRules>> fields_of_fairness() {
    return {
        field<&StudyRules::equal>(
            {.key = "equal.what",
             .label = "Held equal",
             .help = "What every method gets the same amount of.",
             .details =
                 "Steps and tokens compare what methods make of the same data, time what they make of the "
                 "same wait. With trainable parameters the size of each method (rank, bottleneck, virtual "
                 "tokens) is chosen to match, with memory the largest micro-batch that fits.",
             .choices = kHeldEqual}),
        field<&StudyRules::equal_amount>(
            {.key = "equal.amount",
             .label = "Amount",
             .help = "Steps, tokens, parameters, GiB or minutes; 0 keeps the base's steps.",
             .effect = "In the unit of what is held equal (GiB, minutes); 0: as the base.",
             .details = "0 is possible for steps only: then each run has the budget of the base.",
             .min = 0,
             .max = 1e15}),
        field<&StudyRules::rate_factors>(
            {.key = "learning_rates.factors",
             .label = "Learning rates tried",
             .help = "Before the race each method is tried at these multiples of its learning rate.",
             .details =
                 "The rate with the best validation loss goes into the race, so that no method loses by its "
                 "default. Empty: no search. Methods with a grid over the learning rate are left out.",
             .min = 0,
             .max = 1e6,
             .min_exclusive = true}),
        field<&StudyRules::rate_share>({.key = "learning_rates.share",
                                        .label = "Length of a try",
                                        .help = "As a share of the race's runs.",
                                        .details =
                                            "Short tries favour high rates a little; below a tenth the "
                                            "warm-up is most of the run.",
                                        .unit = "of a run",
                                        .min = 0,
                                        .max = 1,
                                        .min_exclusive = true})};
}

std::vector<Field<StudyRules>> fields_of_measurement() {
    return {
        field<&StudyRules::held_out>(
            {.key = "held_out",
             .label = "Held-out data",
             .help = "Examples that decide the race; empty for the validation file.",
             .details =
                 "Better examples that neither the search of learning rates nor the choice of the best "
                 "checkpoint has seen, for those follow the validation data."}),
        field<&StudyRules::general>(
            {.key = "general",
             .label = "General text",
             .help = "Text of another kind: how much worse the model gets on it is what it forgets.",
             .details = "Measured before training and after. Empty: not measured."}),
        field<&StudyRules::training_sample>(
            {.key = "training_sample",
             .label = "Training sample",
             .help = "Training examples that are measured afterwards: how much better they are than held-out "
                     "ones is overfitting.",
             .details = "0: not measured.",
             .unit = "examples",
             .min = 0,
             .max = 1e6,
             .level = ParamLevel::Advanced}),
        field<&StudyRules::run_seconds>(
            {.key = "budget.run_seconds",
             .label = "Longest run",
             .help = "A run ends after this time, whatever is left of it; 0 sets no limit.",
             .effect = "0: no limit for a run.",
             .details = "Where it cuts methods short, they did not get the same amount; the report says so.",
             .unit = "s",
             .min = 0,
             .max = 1e9}),
        field<&StudyRules::minutes>(
            {.key = "budget.minutes",
             .label = "Time for all",
             .help = "After this time no further run starts; 0 sets no limit.",
             .effect = "0: no limit for all runs.",
             .details =
                 "Runs go seed by seed through all methods, so that a study that was cut short is still "
                 "a comparison.",
             .unit = "min",
             .min = 0,
             .max = 1e7})};
}

}  // namespace

const std::vector<Field<StudyRules>>& study_fields() {
    static const std::vector<Field<StudyRules>> fields = [] {
        auto all = fields_of_the_race();
        for (const auto& part : {fields_of_fairness(), fields_of_measurement()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return fields;
}

}  // namespace tunebench
