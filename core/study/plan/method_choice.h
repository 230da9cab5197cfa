// MethodChoice: a method of a study as a form shows it: a method, and fields with the values that they take.
#pragma once

#include <string>
#include <vector>

#include "core/study/plan/study_settings.h"

namespace tunebench {

/// One value is set, several are a grid.
struct VariedField {
    std::string key = {};  // "method.rank"
    std::vector<ParamValue> values = {};
    bool operator==(const VariedField&) const = default;
};

struct MethodChoice {
    std::string name = {};
    std::string method_id = {};  // empty: the base's
    std::vector<VariedField> fields = {};
    bool search_rate = true;
    bool operator==(const MethodChoice&) const = default;
};

/// A grid of one value becomes a value that is set.
MethodChoice choice_from(const StudyMethod& method);

/// Fields without a value are left out.
StudyMethod method_from(const MethodChoice& choice);

/// The method's title, with a number behind it where the study has that name already.
std::string new_name(const std::vector<MethodChoice>& choices, std::string_view method_id);

/// The base with the method, and the optimizer and schedule that its fields choose: whose fields it has.
RunConfig config_with(const RunConfig& base, const MethodChoice& choice);

}  // namespace tunebench
