#include "core/exports/model_card.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/byte_units.h"
#include "core/base/json.h"
#include "core/params/param_json.h"
#include "core/run/run_sources.h"

namespace tunebench {
namespace {

/// A line that ends neither its code span nor itself.
std::string in_code(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '`'; }, '_');
    return "`" + text + "`";
}

std::string last_name(const std::string& path) {
    const std::filesystem::path whole(path);
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

std::string public_model(const std::string& path) {
    return names_hub_model(path) ? path : last_name(path);
}

std::string public_data(const std::string& path) {
    return names_hub_dataset(path) ? path : last_name(path);
}

std::string_view library_of(std::string_view format) {
    return format == "peft"         ? "peft"
           : format == "adapterhub" ? "adapter-transformers"
           : format == "merged"     ? "transformers"
                                    : "";
}

/// What the hub sorts models by.
std::string card_header(const ModelCard& card) {
    const RunConfig& config = card.run.config;
    std::string text = "---\n";
    const auto library = library_of(card.format.id);
    if (!library.empty())
        text += fmt::format("library_name: {}\n", library);
    if (names_hub_model(config.model.path))
        text += fmt::format("base_model: {}\n",
                            json_text(Json(config.model.path.substr(0, config.model.path.find('@')))));
    text +=
        fmt::format("pipeline_tag: {}\n",
                    config.model.task == Task::Classification ? "text-classification" : "text-generation");
    return text + fmt::format("tags:\n- tunebench\n- {}\n---\n", card.method.id);
}

std::string card_title(const ModelCard& card) {
    std::string name = card.run.config.general.name;
    std::ranges::replace_if(
        name, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    const auto base = in_code(public_model(card.run.config.model.path));
    const auto what = card.format.is_adapter
                          ? fmt::format("An adapter for {}, which it needs beside it, trained with {}", base,
                                        card.method.title)
                          : fmt::format("A whole model: {}, trained with {}", base, card.method.title);
    const std::string& version = card.run.environment.tunebench_version;
    return fmt::format("\n# {}\n\n{}, made with Tunebench{}.\n",
                       name.empty() ? fmt::format("{} on {}", card.method.title, base) : name, what,
                       version.empty() ? version : " " + version);
}

std::string named_values(const ParamMap& params) {
    std::vector<std::string> values;
    for (const auto& [name, value] : params.entries)
        if (const auto text = param_text(value); !text.empty())
            values.push_back(fmt::format("{} = {}", name, text));
    return in_code(fmt::format("{}", fmt::join(values, ", ")));
}

std::string trained_share(const ModelCard& card) {
    const auto count = [](std::int64_t number) { return format_count(static_cast<std::uint64_t>(number)); };
    if (card.total_parameters <= 0)
        return count(card.trained_parameters);
    return fmt::format(
        "{} of {} ({:.3g} %)", count(card.trained_parameters), count(card.total_parameters),
        100.0 * static_cast<double>(card.trained_parameters) / static_cast<double>(card.total_parameters));
}

std::string training_section(const ModelCard& card) {
    const RunConfig& config = card.run.config;
    std::string text = "\n## Training\n\n";
    const auto add = [&](std::string_view name, std::string_view value) {
        text += fmt::format("- {}: {}\n", name, value);
    };
    add("Method", card.method.paper.empty() ? std::string(card.method.title)
                                            : fmt::format("{} ({})", card.method.title, card.method.paper));
    add("Its settings", named_values(config.method.params));
    add("Trained parameters", trained_share(card));
    add("Optimizer steps", fmt::format("{}", card.step));
    if (card.validation_loss)
        add("Validation loss", fmt::format("{:.4f}", *card.validation_loss));
    std::vector<std::string> files;
    for (const auto& file : config.data.train)
        files.push_back(in_code(public_data(file.path)));
    add("Training data", fmt::format("{}", fmt::join(files, ", ")));
    if (!config.data.validation.empty())
        add("Validation data", in_code(public_data(config.data.validation)));
    add("Seed", fmt::format("{}", config.general.seed));
    return text;
}

std::string files_section(const ModelCard& card) {
    const auto stored = card.format.dtypes.empty()
                            ? std::string()
                            : fmt::format(", stored as {}", export_dtype_name(card.dtype));
    return fmt::format(
        "\n## Files\n\n{}{}. Read back and compared with the trained model on {} {}: the logits differ by "
        "{:.1e} "
        "of the largest at most, and the likeliest next token is the same for {:.2f} %.\n",
        card.format.title, stored, card.compared_tokens,
        card.compared_on == "validation" ? "tokens of the validation data" : "made-up tokens",
        card.max_logit_difference, 100.0 * card.top1_agreement);
}

std::string hashes_section(const ModelCard& card) {
    if (card.run.hashes.empty())
        return {};
    std::string text = "\n## Made from\n\nSHA-256 of the files that the run has read:\n\n";
    for (const auto& [file, hash] : card.run.hashes)
        text += fmt::format("- {}: {}\n", in_code(last_name(file)), in_code(hash));
    return text;
}

std::string settings_section(RunConfig config) {
    config.model.path = public_model(config.model.path);
    config.model.adapter = last_name(config.model.adapter);
    for (auto& file : config.data.train)
        file.path = public_data(file.path);
    config.data.validation = public_data(config.data.validation);
    config.evaluation.general_file = public_data(config.evaluation.general_file);
    if (config.data.chat_template.ends_with(".jinja"))
        config.data.chat_template = last_name(config.data.chat_template);
    config.unknown = OrderedJson::object();
    return fmt::format("\n## Settings\n\nThe run file:\n\n```json\n{}\n```\n",
                       json_text(run_config_to_json(config), 2));
}

}  // namespace

std::string model_card_text(const ModelCard& card) {
    return card_header(card) + card_title(card) +
           "\nWhat it is for, and what it should not be used for, no run knows: say it here before you "
           "publish it.\n" +
           training_section(card) + files_section(card) + hashes_section(card) +
           settings_section(card.run.config);
}

}  // namespace tunebench
