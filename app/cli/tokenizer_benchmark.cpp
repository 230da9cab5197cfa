#include "app/cli/tokenizer_benchmark.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "app/cli/table.h"
#include "core/base/byte_units.h"
#include "core/memory/resident_memory.h"
#include "core/text/mixed_text.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench::cli {
namespace {

constexpr std::uint64_t kTextSeed = 1;
constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

std::vector<std::string_view> pieces_of(std::string_view text) {
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const auto line_end = text.find('\n', std::min(kPieceBytes, text.size()) - 1);
        const auto bytes = line_end == std::string_view::npos ? text.size() : line_end + 1;
        pieces.push_back(text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
    return pieces;
}

/// How many tokens there are.
Result<std::uint64_t> encode_all(const Tokenizer& tokenizer, const std::vector<std::string_view>& pieces,
                                 int threads) {
    std::atomic<std::size_t> next = 0;
    std::atomic<std::uint64_t> tokens = 0;
    std::mutex mutex;
    std::optional<Error> failed;
    const auto work = [&] {
        for (auto i = next++; i < pieces.size(); i = next++) {
            const auto ids = tokenizer.encode(pieces[i], /*add_special_tokens=*/false);
            if (ids) {
                tokens += ids->size();
                continue;
            }
            const std::lock_guard lock(mutex);
            failed = ids.error();
        }
    };
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i)
        others.emplace_back(work);
    work();
    for (auto& other : others)
        other.join();
    if (failed)
        return *failed;
    return tokens.load();
}

double cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) * 1e-6;
}

double seconds_of(const auto& action) {
    const auto begin = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double megabytes_per_second(std::uint64_t bytes, double seconds) {
    return seconds > 0.0 ? static_cast<double>(bytes) / 1e6 / seconds : 0.0;
}

double scaling(const TokenizerBenchmark& report) {
    return report.seconds > 0.0 ? report.one_thread_seconds / report.seconds : 0.0;
}

double peak_share(const TokenizerBenchmark& report) {
    return static_cast<double>(report.peak_bytes) / static_cast<double>(report.text_bytes);
}

}  // namespace

Result<TokenizerBenchmark> benchmark_tokenizer(const std::filesystem::path& tokenizer, std::size_t text_bytes,
                                               int threads) {
    TRY(const auto loaded, Tokenizer::load(tokenizer));
    const auto text = mixed_text(text_bytes, kTextSeed);
    const auto pieces = pieces_of(text);
    begin_resident_peak();  // loading a tokenizer takes more than using it
    TokenizerBenchmark report{.text_bytes = text.size(), .threads = threads};
    const auto cpu = cpu_seconds();
    Result<std::uint64_t> tokens = std::uint64_t{0};
    report.one_thread_seconds = seconds_of([&] { tokens = encode_all(loaded, pieces, 1); });
    report.one_thread_cpu_seconds = cpu_seconds() - cpu;
    report.seconds = seconds_of([&] { tokens = encode_all(loaded, pieces, threads); });
    TRY(report.tokens, std::move(tokens));
    report.peak_bytes = resident_peak_bytes();
    return report;
}

OrderedJson to_json(const TokenizerBenchmark& report) {
    return {{"text_bytes", report.text_bytes},
            {"tokens", report.tokens},
            {"one_thread_megabytes_per_second",
             megabytes_per_second(report.text_bytes, report.one_thread_seconds)},
            {"one_thread_cpu_seconds", report.one_thread_cpu_seconds},
            {"threads", report.threads},
            {"megabytes_per_second", megabytes_per_second(report.text_bytes, report.seconds)},
            {"scaling", scaling(report)},
            {"peak_bytes", report.peak_bytes},
            {"peak_share", peak_share(report)}};
}

std::string to_text(const TokenizerBenchmark& report) {
    Table table({{}, {}});
    table.add({"text", fmt::format("{}, {} tokens", format_bytes(report.text_bytes), report.tokens)});
    table.add(
        {"one thread", fmt::format("{:.1f} MB/s ({:.1f} MB a second of processor time)",
                                   megabytes_per_second(report.text_bytes, report.one_thread_seconds),
                                   megabytes_per_second(report.text_bytes, report.one_thread_cpu_seconds))});
    table.add({fmt::format("{} threads", report.threads),
               fmt::format("{:.1f} MB/s, {:.2f} times as fast",
                           megabytes_per_second(report.text_bytes, report.seconds), scaling(report))});
    table.add({"peak memory", fmt::format("{}, {:.2f} times the text, which is part of it",
                                          format_bytes(report.peak_bytes), peak_share(report))});
    return table.text();
}

}  // namespace tunebench::cli
