// tunebench-adapter-switch [SHAPE [ADAPTERS]]: writes a model of that shape with random weights and LoRA
// adapters for it, and prints how long the playground waits for them: once for the model, once for each
// adapter, and at every change from one to the next.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "core/engine/adapters/model_shelf.h"
#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/exporting/model_folder.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/engine/training/attachment.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace tunebench;

constexpr int kChanges = 300;

double milliseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
    std::ranges::nth_element(values, values.begin() + std::ssize(values) / 2);
    return values[values.size() / 2];
}

void require(const Result<void>& done) {
    if (done)
        return;
    std::fprintf(stderr, "%s\n", done.error().message.c_str());
    std::exit(1);
}

/// The tokenizer of the tests' tiny model: here nothing is encoded.
void write_model(const fs::path& folder, const fs::path& scratch, const ModelConfig& config) {
    test::write_tiny_model(scratch);
    fs::remove(scratch / "config.json");
    const auto model = random_model(config, 1);
    require(write_model_folder(folder, *model, scratch));
}

std::vector<fs::path> write_adapters(const fs::path& folder, const fs::path& base, const ModelConfig& config,
                                     int count) {
    const auto& method = *find_method("lora");
    ParamMap params;
    for (const auto& spec : method.specs)
        params.set(spec.key, spec.default_value);
    const auto model = random_model(config, 1);
    const auto parameters = *find_attachment("lora")->attach(*model, params, 2);
    std::vector<fs::path> folders;
    for (int i = 0; i < count; ++i) {
        folders.push_back(folder / ("adapter-" + std::to_string(i)));
        require(write_adapter(folders.back(), method, params, *model, base.string(), parameters));
    }
    return folders;
}

void measure(const fs::path& base, const std::vector<fs::path>& adapters) {
    ModelShelf shelf;
    double switched = 0.0;
    const auto take = [&](const std::vector<AdapterShare>& shares) {
        const auto loaded = shelf.take(base, shares);
        if (!loaded)
            require(loaded.error());
        switched = 1000.0 * loaded->switch_seconds;
    };
    std::printf("model            %9.1f ms\n", milliseconds([&] { take({}); }));
    for (const auto& adapter : adapters)
        std::printf("adapter          %9.1f ms\n", milliseconds([&] { take({{.folder = adapter}}); }));
    std::vector<double> exchanges, requests;
    for (int i = 0; i < kChanges; ++i) {
        const auto& next = adapters[static_cast<std::size_t>(i) % adapters.size()];
        requests.push_back(milliseconds([&] { take({{.folder = next}}); }));
        exchanges.push_back(switched);
    }
    std::printf("change           %9.4f ms (median of %d)\n", median(exchanges), kChanges);
    std::printf("with looking at  %9.4f ms (whether files have changed)\n", median(requests));
}

}  // namespace

int main(int count, char** arguments) {
    const std::string shape = count > 1 ? arguments[1] : "smollm-135m";
    const int adapters = count > 2 ? std::atoi(arguments[2]) : 3;
    const auto config = shape_config(shape);
    if (!config || adapters < 1) {
        std::fputs("tunebench-adapter-switch [SHAPE [ADAPTERS]]\n", stderr);
        return 2;
    }
    const test::TemporaryFolder folder;
    const auto base = folder.path() / "model";
    write_model(base, folder.path() / "scratch", *config);
    measure(base, write_adapters(folder.path(), base, *config, adapters));
    return 0;
}
