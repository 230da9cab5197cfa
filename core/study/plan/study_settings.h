// StudySettings: the comparison of methods as a value. In a file ("*.study.json", "tunebench.study/1") the
// fields of `StudyRules` stand beside "base" (a run file or its name), "set" (changes to it) and "methods".
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/params/field.h"
#include "core/params/weighted_file.h"
#include "core/run/run_config.h"

namespace tunebench {

/// What all methods get the same amount of.
enum class HeldEqual { Steps, Tokens, TrainableParameters, Memory, Time };

struct StudyRules {
    std::string name = {};
    std::string baseline = {};  // the name of a method; empty: the first
    std::int64_t seeds = 3;
    std::int64_t first_seed = 42;
    HeldEqual equal = HeldEqual::Steps;       // "equal.what"
    double equal_amount = 0.0;                // "equal.amount", in the unit of what is held equal
    std::vector<double> rate_factors = {};    // "learning_rates.factors"
    double rate_share = 0.25;                 // "learning_rates.share", of a run's length
    std::vector<WeightedFile> held_out = {};  // empty: the base's validation file
    std::vector<WeightedFile> general = {};   // empty: forgetting is not measured
    std::int64_t training_sample = 200;       // examples; 0: overfitting is not measured
    double run_seconds = 0.0;                 // "budget.run_seconds", at most; 0: no limit
    double minutes = 0.0;                     // "budget.minutes", of the whole study; 0: no limit
    bool operator==(const StudyRules&) const = default;
};

const std::vector<Field<StudyRules>>& study_fields();

/// A method of the study: the base with changes, once for each combination of its grid.
struct StudyMethod {
    std::string name = {};
    OrderedJson set = OrderedJson::object();   // sections of a run file
    OrderedJson grid = OrderedJson::object();  // {"method.rank": [4, 16], …}
    bool search_rate = true;
    bool operator==(const StudyMethod&) const = default;
};

struct StudySettings {
    StudyRules rules = {};
    RunConfig base = {};
    std::vector<StudyMethod> methods = {};
    std::filesystem::path folder = {};  // what relative paths in methods start from
};

/// Strict, as of run files: an unknown field is an error that names the nearest known one. Relative paths
/// start from `folder`.
Result<StudySettings> study_from_json(const OrderedJson& json, const std::filesystem::path& folder);
Result<StudySettings> load_study_file(const std::filesystem::path& file);

/// The base is written whole, so that the text says everything.
OrderedJson study_to_json(const StudySettings& study);

}  // namespace tunebench
