#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/text_distance.h"
#include "core/params/param_json.h"
#include "core/run/changed_config.h"
#include "core/run/run_paths.h"
#include "core/run/sections.h"
#include "core/study/plan/study_settings.h"

namespace tunebench {
namespace {

constexpr std::string_view kStudyFormat = "tunebench.study/1";
constexpr std::uint64_t kMaxStudyBytes = std::uint64_t{1} << 20;

Error invalid(std::string message, std::string hint, std::string field) {
    return {.code = ErrorCode::InvalidArgument,
            .message = std::move(message),
            .hint = std::move(hint),
            .field = std::move(field)};
}

Result<void> check_study_format(const OrderedJson& json) {
    if (const auto format = json.find("format"); format != json.end() && *format == kStudyFormat)
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = "The file does not say that it is a study",
                 .hint = fmt::format("A study begins with {{ \"format\": \"{}\", … }}.", kStudyFormat),
                 .field = "format"};
}

/// Takes a member out of the object; null when it is not there.
OrderedJson take(OrderedJson& object, const char* key) {
    const auto it = object.find(key);
    if (it == object.end())
        return {};
    auto value = std::move(*it);
    object.erase(it);
    return value;
}

Result<OrderedJson> take_object(OrderedJson& object, const char* key, const std::string& place) {
    auto value = take(object, key);
    if (value.is_null())
        return OrderedJson::object();
    if (!value.is_object())
        return invalid(fmt::format("'{}' must be an object", place), "Write { \"field\": value, … }.", place);
    return value;
}

Result<RunConfig> base_from(const OrderedJson& json, const std::filesystem::path& folder) {
    if (json.is_string())
        return load_run_file(absolute_path(json.get<std::string>(), folder));
    if (json.is_object()) {
        auto run = json;
        if (!run.contains("format"))
            run["format"] = "tunebench.run/1";
        return run_config_from_json(run, folder, UnknownKeys::Refuse);
    }
    return invalid("base is missing", "Name the run file that the methods are variants of, or write it here.",
                   "base");
}

Result<void> refuse_unknown_keys_of_method(const OrderedJson& rest, const std::string& place) {
    if (rest.empty())
        return {};
    const auto key = rest.items().begin().key();
    const std::vector<std::string> known = {"name", "set", "grid", "search_rate"};
    const auto near = nearest(key, known);
    return invalid(fmt::format("{}.{} is not a known field", place, key),
                   near.empty() ? fmt::format("Known here: {}. What changes in the run stands in \"set\".",
                                              fmt::join(known, ", "))
                                : fmt::format("Did you mean '{}'?", near),
                   fmt::format("{}.{}", place, key));
}

Result<StudyMethod> method_from(OrderedJson json, const std::string& place) {
    if (!json.is_object())
        return invalid(fmt::format("{} must be an object", place),
                       "Write { \"name\": …, \"set\": { \"method\": … } }.", place);
    StudyMethod method;
    const auto name = take(json, "name");
    if (!name.is_string() || name.get<std::string>().empty())
        return invalid(fmt::format("{}.name is missing", place), "Give each method a name of its own.",
                       place + ".name");
    method.name = name.get<std::string>();
    TRY(method.set, take_object(json, "set", place + ".set"));
    TRY(method.grid, take_object(json, "grid", place + ".grid"));
    for (const auto& [key, values] : method.grid.items())
        if (!values.is_array() || values.empty())
            return invalid(fmt::format("{}.grid.{} must be a list of values", place, key),
                           "As in { \"method.rank\": [4, 16] }.", fmt::format("{}.grid.{}", place, key));
    const auto search = take(json, "search_rate");
    if (!search.is_null() && !search.is_boolean())
        return invalid(fmt::format("{}.search_rate must be true or false", place), {},
                       place + ".search_rate");
    method.search_rate = search.is_null() || search.get<bool>();
    TRY_VOID(refuse_unknown_keys_of_method(json, place));
    return method;
}

Result<std::vector<StudyMethod>> methods_from(const OrderedJson& json) {
    if (!json.is_array() || json.empty())
        return invalid("methods is missing", "Name at least two methods: [ { \"name\": …, \"set\": … }, … ].",
                       "methods");
    std::vector<StudyMethod> methods;
    for (std::size_t i = 0; i < json.size(); ++i) {
        TRY(auto method, method_from(json[i], fmt::format("methods[{}]", i)));
        methods.push_back(std::move(method));
    }
    return methods;
}

void make_absolute(std::vector<WeightedFile>& files, const std::filesystem::path& folder) {
    for (auto& file : files)
        file.path = absolute_path(file.path, folder);
}

/// `held_out` and `general` may be one path.
void make_lists(OrderedJson& json) {
    for (const auto* key : {"held_out", "general"})
        if (const auto it = json.find(key); it != json.end() && it->is_string())
            *it = OrderedJson::array({*it});
}

Result<StudyRules> rules_from(OrderedJson json, const std::filesystem::path& folder) {
    make_lists(json);
    const auto specs = specs_of(study_fields());
    TRY(const auto group, group_from_json(specs, json, "", UnknownKeys::Refuse));
    TRY(auto rules, config_from(study_fields(), group.values));
    make_absolute(rules.held_out, folder);
    make_absolute(rules.general, folder);
    return rules;
}

}  // namespace

Result<StudySettings> study_from_json(const OrderedJson& json, const std::filesystem::path& folder) {
    TRY_VOID(check_study_format(json));
    auto rest = json;
    take(rest, "format");
    StudySettings study{.folder = folder};
    TRY(study.base, base_from(take(rest, "base"), folder));
    TRY(const auto changes, take_object(rest, "set", "set"));
    TRY(study.base, changed_config(study.base, changes, folder));
    TRY(study.methods, methods_from(take(rest, "methods")));
    TRY(study.rules, rules_from(std::move(rest), folder));
    return study;
}

Result<StudySettings> load_study_file(const std::filesystem::path& file) {
    TRY(const auto text, read_file(file, kMaxStudyBytes));
    TRY(const auto json, parse_run_json(text, file.string()));
    auto study = study_from_json(json, file.has_parent_path() ? file.parent_path() : ".");
    if (!study)
        return in_source(study.error(), file.string());
    return study;
}

OrderedJson study_to_json(const StudySettings& study) {
    auto params = params_from(study_fields(), study.rules);
    for (const auto* key : {"held_out", "general"})
        params.set(key, with_maps_of_files(*params.find(key)));
    OrderedJson json = {{"format", kStudyFormat}};
    json.update(group_to_json(params));
    json["base"] = run_config_to_json(study.base);
    json["methods"] = OrderedJson::array();
    for (const auto& method : study.methods)
        json["methods"].push_back({{"name", method.name},
                                   {"set", method.set},
                                   {"grid", method.grid},
                                   {"search_rate", method.search_rate}});
    return json;
}

}  // namespace tunebench
