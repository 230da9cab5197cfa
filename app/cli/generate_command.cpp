#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>

#include "app/cli/adapter_options.h"
#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/generation_text.h"
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
    std::int64_t alternatives = 0;
    bool side_by_side = false;
    bool chat = false;
    std::string system = {};
    bool json = false;
};

ChatOptions chat_of(const GenerateArguments& arguments) {
    ChatOptions chat;
    if (!arguments.system.empty())
        chat.before = {{.role = "system", .content = arguments.system}};
    return chat;
}

Result<void> check_flags_pair(const GenerateArguments& arguments) {
    if (arguments.pairs.empty() || arguments.pairs.size() == arguments.prompts.size())
        return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("--pair is given {} times and --prompt {} times",
                                        arguments.pairs.size(), arguments.prompts.size()),
                 .hint = "Give each --prompt its --pair, in the same order."};
}

Result<void> check_all_pair(const GenerateRequest& request) {
    if (request.second_texts.empty() || request.second_texts.size() == request.prompts.size())
        return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = "Some prompts have a second text, and some have none",
                 .hint = "Give each --prompt a --pair and each line of the file a \"text_pair\", or none."};
}

Result<GenerateRequest> request_of(const GenerateArguments& arguments) {
    TRY_VOID(check_flags_pair(arguments));
    TRY(const auto model, model_folder(arguments.model));
    GenerateRequest request{.model = model,
                            .prompts = arguments.prompts,
                            .second_texts = arguments.pairs,
                            .sampling = arguments.sampling,
                            .threads = arguments.threads,
                            .alternatives = arguments.alternatives};
    TRY(request.quantization, quantization_of(arguments.quantization));
    if (arguments.chat)
        request.chat = chat_of(arguments);
    if (!arguments.prompt_file.empty()) {
        TRY(const auto prompts, read_prompts(absolute_path(arguments.prompt_file)));
        for (const auto& prompt : prompts) {
            request.prompts.push_back(prompt.text);
            if (prompt.second_text)
                request.second_texts.push_back(*prompt.second_text);
        }
    }
    TRY_VOID(check_all_pair(request));
    if (request.prompts.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "There is nothing to answer",
                     .hint = "Give --prompt TEXT or --prompts FILE.jsonl."};
    return request;
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
        print_line(arguments.side_by_side ? to_columns(*all, terminal_width()) : to_text(*all));
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
    auto* chat = parser->add_flag("--chat", arguments->chat,
                                  "Prompts are what a user says, written with the model's chat template");
    parser->add_option("--system", arguments->system, "The system's message before a chat")
        ->type_name("TEXT")
        ->needs(chat);
    auto* columns = parser->add_flag("--side-by-side", arguments->side_by_side,
                                     "The answers to a prompt beside each other");
    parser
        ->add_option("--probabilities", arguments->alternatives,
                     "Tell with each token how likely it was, and the N likeliest at its place")
        ->type_name("N")
        ->check(CLI::Range(1, 1000))
        ->excludes(columns);
    add_quantization_option(*parser, arguments->quantization);
    add_threads_option(*parser, arguments->threads);
    add_json_flag(*parser, arguments->json);
    parser->footer(example_footer(
        {"generate models/town --adapter adapter --prompt \"name: Mill Inn\"",
         "generate models/town --adapter first --adapter second --with-base --side-by-side --prompts p.jsonl",
         "generate models/town --adapter adapter --chat --prompt \"Where is the inn?\" --probabilities 5",
         "generate models/town --adapter first=0.7 --adapter second=0.3 --combine --prompt Hi"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
