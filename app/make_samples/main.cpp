// tunebench-make-samples: makes everything in resources/samples again.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "app/library_environment.h"
#include "app/make_samples/corpus.h"
#include "app/make_samples/pretrain.h"
#include "app/make_samples/sample_texts.h"
#include "core/base/durable_file.h"

namespace tunebench {
namespace {

struct Arguments {
    std::filesystem::path out = {};
    std::filesystem::path corpus = {};  // empty: the corpus stays in memory
    std::filesystem::path work = std::filesystem::temp_directory_path() / "tunebench-make-samples";
    bool texts_only = false;
    PretrainSettings pretraining = {};
    SampleSizes sizes = {};
};

Result<void> make_samples(const Arguments& arguments) {
    TRY(const auto texts, make_sample_texts(arguments.sizes));
    TRY_VOID(write_sample_texts(texts, arguments.out));
    fmt::print("{}: {} + {} rows of the town task, {} + {} of the opinion task, {} held-out documents\n",
               arguments.out.string(), texts.town.train.size(), texts.town.validation.size(),
               texts.opinion.train.size(), texts.opinion.validation.size(), texts.heldout.size());
    if (!arguments.corpus.empty())
        TRY_VOID(write_file_durably(arguments.corpus, join_documents(texts.corpus)));
    if (arguments.texts_only)
        return {};
    return pretrain(texts.corpus, arguments.pretraining, arguments.work, arguments.out / "town-model");
}

}  // namespace
}  // namespace tunebench

int main(int argc, char** argv) {
    tunebench::set_library_environment();
    tunebench::Arguments arguments;
    CLI::App app("Makes the bundled sample again: its texts, its tokenizer and its pretrained model.",
                 "tunebench-make-samples");
    app.add_option("--out", arguments.out, "Folder to write to, usually resources/samples")->required();
    app.add_flag("--texts-only", arguments.texts_only, "Data sets and held-out text, but no model");
    app.add_option("--corpus", arguments.corpus, "Also write the pretraining text to this file");
    app.add_option("--corpus-bytes", arguments.sizes.corpus_bytes, "Size of the pretraining text")
        ->capture_default_str();
    app.add_option("--seed", arguments.sizes.seed, "Another seed gives other texts")->capture_default_str();
    app.add_option("--epochs", arguments.pretraining.epochs, "Passes of pretraining over the corpus")
        ->capture_default_str();
    app.add_option("--work", arguments.work, "Folder for what is only needed meanwhile")
        ->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    if (const auto made = tunebench::make_samples(arguments); !made) {
        fmt::print(stderr, "{}\n{}\n", made.error().message, made.error().hint);
        return 1;
    }
    return 0;
}
