// tunebench-estimate-speed: how long an estimate takes, and the answers that need many: at every change of a
// form they are asked for. The goal is 5 ms for an estimate.
#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include <fmt/format.h>

#include "core/memory/fit_table.h"
#include "core/memory/largest_values.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"
#include "core/run/selection.h"

using namespace tunebench;

namespace {

constexpr int kTimes = 20;

struct Milliseconds {
    double median = 0.0, most = 0.0;
};

Milliseconds measured(int times, const std::function<void()>& action) {
    std::vector<double> all;
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        action();
        all.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(all);
    return {.median = all[all.size() / 2], .most = all.back()};
}

void print(std::string_view what, std::string_view shape, const Milliseconds& time) {
    fmt::print("{:<24} {:<16} {:8.3f} ms, at most {:8.3f} ms\n", what, shape, time.median, time.most);
}

}  // namespace

int main() {
    for (const auto* shape : {"smollm-135m", "llama-3.2-1b", "llama-7b", "llama-65b", "mixtral-8x7b"}) {
        const auto model = *shape_config(shape);
        for (const auto* method : all_methods()) {
            auto run = default_run_config();
            run.method = *make_selection("method", method->id, {});
            print(method->id, shape,
                  measured(kTimes, [&] { (void)estimate_memory(model, run, batch_shape_of(run)); }));
        }
        auto long_rows = default_run_config();
        long_rows.precision.quantization = QuantizationType::Nf4;
        long_rows.data.max_length = 8192;
        print("QLoRA, rows of 8192", shape,
              measured(kTimes, [&] { (void)estimate_memory(model, long_rows, batch_shape_of(long_rows)); }));
        const auto run = default_run_config();
        constexpr std::uint64_t kLimit = std::uint64_t{24} << 30;
        print("what fits where", shape, measured(3, [&] { (void)fit_table(model, run); }));
        print("the largest that fit", shape, measured(3, [&] { (void)largest_values(model, run, kLimit); }));
    }
}
