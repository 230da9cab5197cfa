#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>

#include "app/cli/adapter_options.h"
#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/output.h"
#include "app/cli/prompt_file.h"
#include "app/cli/terminal.h"
#include "core/run/run_folder.h"

namespace tunebench::cli {
namespace {

struct GenerateArguments {
    std::string model = {};
    AdapterArguments adapters = {};
    std::vector<std::string> prompts = {};
    std::vector<std::string> pairs = {};
    std::string prompt_file = {};
    SamplingOptions sampling = {};
    std::string quantization = "none";
    int threads = 0;
    bool json = false;
};

Result<GenerateRequest> request_of(const GenerateArguments& arguments) {
    TRY(const auto model, model_folder(arguments.model));
    GenerateRequest request{.model = model,
                            .prompts = arguments.prompts,
                            .second_texts = arguments.pairs,
                            .sampling = arguments.sampling,
                            .threads = arguments.threads};
    TRY(request.quantization, quantization_of(arguments.quantization));
    if (!arguments.prompt_file.empty()) {
        TRY(const auto prompts, read_prompts(absolute_path(arguments.prompt_file)));
        for (const auto& prompt : prompts) {
            request.prompts.push_back(prompt.text);
            if (prompt.second_text)
                request.second_texts.push_back(*prompt.second_text);
        }
    }
    if (request.prompts.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "There is nothing to answer",
                     .hint = "Give --prompt TEXT or --prompts FILE.jsonl."};
    return request;
}

OrderedJson labels_to_json(const std::vector<LabelProbability>& labels) {
    auto json = OrderedJson::object();
    for (const auto& [label, probability] : labels)
        json[label] = probability;
    return json;
}

std::string labels_text(const std::vector<LabelProbability>& labels) {
    std::string text;
    for (const auto& [label, probability] : labels)
        text += fmt::format("\n  {:5.1f} %  {}", 100.0 * probability, printable(label, false));
    return text;
}
/// What one of the variants has answered, in the order of the prompts.
struct Answered {
    Variant variant = {};
    Generation generation = {};
};

OrderedJson to_json(const Generation& generation) {
    OrderedJson answers = OrderedJson::array();
    for (const auto& answer : generation.answers)
        answers.push_back({{"prompt", answer.prompt},
                           {"second_text", answer.second_text},
                           {"text", answer.text},
                           {"prompt_tokens", answer.prompt_tokens},
                           {"tokens", answer.tokens},
                           {"reached_end", answer.reached_end},
                           {"labels", labels_to_json(answer.labels)}});
    return {{"answers", std::move(answers)},
            {"load_seconds", generation.load_seconds},
            {"seconds", generation.seconds},
            {"tokens_per_second", generation.tokens_per_second}};
}

/// One variant as it always was; several as a list.
OrderedJson to_json(const std::vector<Answered>& all) {
    if (all.size() == 1)
        return to_json(all.front().generation);
    OrderedJson variants = OrderedJson::array();
    for (const auto& answered : all) {
        auto json = to_json(answered.variant);
        json.update(to_json(answered.generation));
        variants.push_back(std::move(json));
    }
    return {{"variants", std::move(variants)}};
}

std::string question_of(const Generation::Answer& answer) {
    return printable(answer.prompt, true) +
           (answer.second_text.empty() ? std::string() : " | " + printable(answer.second_text, true));
}

std::string text_of(const Generation::Answer& answer) {
    return (answer.labels.empty() ? printable(answer.text, true) : labels_text(answer.labels)) +
           (answer.reached_end ? "" : " …");
}

std::string to_text(const Generation& generation) {
    const auto style = style_of_stdout();
    std::string text;
    for (const auto& answer : generation.answers)
        text += fmt::format("{}{}{}{}\n", style.dim, question_of(answer), style.reset, text_of(answer));
    return text + fmt::format("{}{} answers, {:.1f} tokens/s{}", style.dim, generation.answers.size(),
                              generation.tokens_per_second, style.reset);
}

/// Every prompt with the answers below it, one a variant.
std::string to_text(const std::vector<Answered>& all) {
    if (all.size() == 1)
        return to_text(all.front().generation);
    const auto style = style_of_stdout();
    std::string text;
    for (std::size_t i = 0; i < all.front().generation.answers.size(); ++i) {
        text +=
            fmt::format("{}{}{}\n", style.dim, question_of(all.front().generation.answers[i]), style.reset);
        for (const auto& [variant, generation] : all)
            text += fmt::format("  {}{}{}: {}\n", style.bold, printable(variant.name, false), style.reset,
                                text_of(generation.answers[i]));
    }
    return text;
}

Result<std::vector<Answered>> answers_of(const GenerateArguments& arguments) {
    TRY(const auto request, request_of(arguments));
    TRY(const auto variants, variants_of(arguments.adapters));
    EngineProcess process(data_folder(), KeepHistory::No);
    std::vector<Answered> all;
    for (const auto& variant : variants) {
        auto asked = request;
        asked.adapters = variant.adapters;
        TRY(auto generation,
            ask<Generation>(process, [&asked](RunHost& host) { return host.generate(std::move(asked)); }));
        all.push_back({.variant = variant, .generation = std::move(generation)});
    }
    return all;
}

ExitCode execute(const GenerateArguments& arguments) {
    const auto all = answers_of(arguments);
    if (!all)
        return report_error(all.error(), arguments.json);
    if (arguments.json)
        print_json(to_json(*all));
    else
        print_line(to_text(*all));
    return ExitCode::Done;
}

}  // namespace

Command add_generate_command(CLI::App& program) {
    auto* parser = program.add_subcommand("generate", "Let a model answer prompts");
    const auto arguments = std::make_shared<GenerateArguments>();
    parser->add_option("MODEL", arguments->model, "Folder of the model, or its name on the hub")
        ->type_name("")
        ->required();
    add_adapter_options(*parser, arguments->adapters);
    parser->add_option("--prompt", arguments->prompts, "Text to go on from; may be given several times")
        ->type_name("TEXT")
        ->allow_extra_args(false);
    parser
        ->add_option("--prompts", arguments->prompt_file,
                     "JSONL file of texts, or of objects with \"prompt\" or \"text\", \"text_pair\"")
        ->type_name("FILE");
    parser
        ->add_option("--pair", arguments->pairs,
                     "Second text, for a classifier of pairs; as often as --prompt")
        ->type_name("TEXT")
        ->allow_extra_args(false);
    add_sampling_options(*parser, arguments->sampling);
    add_quantization_option(*parser, arguments->quantization);
    add_threads_option(*parser, arguments->threads);
    add_json_flag(*parser, arguments->json);
    parser->footer(example_footer(
        {"generate models/town --adapter adapter --prompt \"name: Mill Inn\"",
         "generate models/town --adapter first --adapter second --with-base --prompts p.jsonl",
         "generate models/town --adapter first=0.7 --adapter second=0.3 --combine --prompt Hi"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
