#include "app/cli/adapter_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/common_options.h"

namespace tunebench::cli {
namespace {

struct Given {
    AdapterShare share = {};
    bool has_weight = false;
};

std::optional<double> number_of(std::string_view text) {
    double number = 0.0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// A folder whose own name ends in "=0.5" is still that folder.
Given given_of(const std::string& text) {
    std::error_code ignored;
    const auto at = text.rfind('=');
    if (at != std::string::npos && !std::filesystem::exists(text, ignored))
        if (const auto weight = number_of(std::string_view(text).substr(at + 1)))
            return {{absolute_path(text.substr(0, at)), *weight}, true};
    return {{absolute_path(text), 1.0}, false};
}

/// The folder's own name; all of its path where another adapter has the same.
std::string name_of(const AdapterShare& share, const std::vector<AdapterShare>& all) {
    const auto name = share.folder.filename();
    const auto equals =
        std::ranges::count_if(all, [&](const AdapterShare& one) { return one.folder.filename() == name; });
    return equals > 1 || name.empty() ? share.folder.string() : name.string();
}

Variant sum_of(const std::vector<AdapterShare>& shares) {
    std::vector<std::string> terms;
    for (const auto& share : shares)
        terms.push_back(fmt::format("{} · {}", share.weight, name_of(share, shares)));
    return {.name = fmt::format("{}", fmt::join(terms, " + ")), .adapters = shares};
}

Error wrong(std::string message, std::string hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

}  // namespace

void add_adapter_options(CLI::App& parser, AdapterArguments& arguments) {
    parser
        .add_option("--adapter", arguments.adapters,
                    "Folder of an adapter to put on the model; several times: one after the other")
        ->type_name("DIR[=WEIGHT]")
        ->allow_extra_args(false);
    parser.add_flag("--combine", arguments.combine,
                    "Add LoRA adapters up, each times its weight (default 1)");
    parser.add_flag("--with-base", arguments.with_base, "The model without an adapter too");
}

Result<std::vector<Variant>> variants_of(const AdapterArguments& arguments) {
    std::vector<AdapterShare> shares;
    bool has_weights = false;
    for (const auto& text : arguments.adapters) {
        auto given = given_of(text);
        has_weights |= given.has_weight;
        shares.push_back(std::move(given.share));
    }
    if (has_weights && !arguments.combine)
        return wrong("Weights belong to a sum of adapters, which was not asked for",
                     "Add --combine, or give the folders without weights.");
    if (arguments.combine && shares.empty())
        return wrong("There is nothing to combine", "Give --adapter DIR=WEIGHT at least once.");
    std::vector<Variant> variants;
    if (arguments.with_base || shares.empty())
        variants.push_back({.name = "base"});
    if (arguments.combine)
        variants.push_back(sum_of(shares));
    else
        for (const auto& share : shares)
            variants.push_back({.name = name_of(share, shares), .adapters = {share}});
    return variants;
}

OrderedJson to_json(const Variant& variant) {
    OrderedJson adapters = OrderedJson::array();
    for (const auto& share : variant.adapters)
        adapters.push_back({{"folder", share.folder.string()}, {"weight", share.weight}});
    return {{"name", variant.name}, {"adapters", std::move(adapters)}};
}

}  // namespace tunebench::cli
