#include "core/run/selection.h"

#include <fmt/format.h>

#include "core/base/text_distance.h"
#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"
#include "core/params/param_check.h"
#include "core/schedules/schedule.h"

namespace tunebench {
namespace {

template <class Entry>
std::vector<std::string> ids_of(std::span<const Entry* const> entries) {
    std::vector<std::string> ids;
    for (const auto* entry : entries)
        ids.emplace_back(entry->id);
    return ids;
}

template <class Entry>
std::span<const ParamSpec> specs_or_none(const Entry* entry) {
    return entry ? std::span<const ParamSpec>(entry->specs) : std::span<const ParamSpec>();
}

Error unknown_id(std::string_view section, std::string_view id) {
    const auto ids = known_ids(section);
    const auto near = nearest(id, ids);
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("{}.id '{}' is not known to this version", section, id),
            .hint = near.empty() ? fmt::format("Known: {}.", fmt::join(ids, ", "))
                                 : fmt::format("Did you mean '{}'? Known: {}.", near, fmt::join(ids, ", ")),
            .field = fmt::format("{}.id", section)};
}

bool is_known(std::string_view section, std::string_view id) {
    if (section == "method")
        return find_method(id) != nullptr;
    if (section == "optimizer")
        return find_optimizer(id) != nullptr;
    return find_schedule(id) != nullptr;
}

}  // namespace

bool is_selection(std::string_view section) {
    return section == "method" || section == "optimizer" || section == "schedule";
}

const Selection& selection_of(const RunConfig& config, std::string_view section) {
    if (section == "method")
        return config.method;
    return section == "optimizer" ? config.optimizer : config.schedule;
}

Selection& selection_of(RunConfig& config, std::string_view section) {
    return const_cast<Selection&>(selection_of(std::as_const(config), section));
}

std::vector<std::string> known_ids(std::string_view section) {
    if (section == "method")
        return ids_of(all_methods());
    return section == "optimizer" ? ids_of(all_optimizers()) : ids_of(all_schedules());
}

Result<std::span<const ParamSpec>> selection_specs(std::string_view section, std::string_view id) {
    if (!is_known(section, id))
        return unknown_id(section, id);
    if (section == "method")
        return specs_or_none(find_method(id));
    return section == "optimizer" ? specs_or_none(find_optimizer(id)) : specs_or_none(find_schedule(id));
}

std::vector<ParamSpec> optimizer_specs(std::string_view optimizer_id, std::string_view method_id) {
    const auto* optimizer = find_optimizer(optimizer_id);
    const auto* method = find_method(method_id);
    return optimizer ? specs_with_rate(*optimizer, method ? method->rate_factor : 1.0)
                     : std::vector<ParamSpec>();
}

Result<Selection> make_selection(std::string_view section, std::string_view id, const ParamMap& values,
                                 std::string_view method_id) {
    TRY(const auto specs, selection_specs(section, id));
    auto params = section == "optimizer" ? complete_params(optimizer_specs(id, method_id), values)
                                         : complete_params(specs, values);
    if (!params)
        return in_section(params.error(), section);
    return Selection{.id = std::string(id), .params = *std::move(params)};
}

void set_method(RunConfig& config, Selection method) {
    auto& optimizer = config.optimizer.params;
    const auto default_rate = [&](std::string_view method_id) {
        const auto specs = optimizer_specs(config.optimizer.id, method_id);
        const auto* spec = find_spec(specs, "learning_rate");
        return spec ? spec->default_value : ParamValue();
    };
    const auto* rate = optimizer.find("learning_rate");
    if (rate && *rate == default_rate(config.method.id))
        optimizer.set("learning_rate", default_rate(method.id));
    config.method = std::move(method);
}

}  // namespace tunebench
