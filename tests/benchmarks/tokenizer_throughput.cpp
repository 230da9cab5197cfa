// tunebench-tokenizer-throughput [FOLDER [MEGABYTES]]: how fast data becomes tokens, as a run prepares it:
// rows read, tokenized on all threads, and kept in the token cache. FOLDER holds a tokenizer, or folders
// that do; without it the sample's is measured. Goals: 10 MB/s on one processor, 1.7 times that on two, and
// no more memory than three times the file; the exit code is 1 where one is missed. `tunebench-cli benchmark
// --tokenizer` measures the tokenizer alone.
//
// Every measurement is a process of its own, so that none has the memory or the words of another.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <limits>
#include <sched.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/data/loader.h"
#include "core/memory/resident_memory.h"
#include "core/text/mixed_text.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace tunebench;

constexpr std::uint64_t kSeed = 7;
constexpr std::size_t kRowBytes = 2048;
constexpr double kLeastRate = 10.0;    // MB/s
constexpr double kLeastSpeedup = 1.7;  // on two processors
constexpr double kMostMemory = 3.0;    // of the file

struct Measurement {
    double seconds = 0.0;
    std::uint64_t peak_bytes = 0;
};

double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

[[noreturn]] void fail(const std::string& message) {
    fmt::print(stderr, "{}\n", message);
    std::_Exit(2);
}

/// The text as JSON Lines, some lines of it a row.
void write_rows(const fs::path& path, std::size_t bytes) {
    const auto text = mixed_text(bytes, kSeed);
    std::ofstream file(path, std::ios::binary);
    for (std::size_t begin = 0; begin < text.size();) {
        const auto line_end = text.find('\n', begin + kRowBytes);
        const auto end = line_end == std::string::npos ? text.size() : line_end + 1;
        file << json_text(Json{{"text", text.substr(begin, end - begin)}}) << '\n';
        begin = end;
    }
    if (!file.flush())
        fail(fmt::format("cannot write {}", path.string()));
}

/// The processors that this process may run on.
std::vector<std::size_t> processors() {
    cpu_set_t set = {};
    sched_getaffinity(0, sizeof set, &set);
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < CPU_SETSIZE; ++i)
        if (CPU_ISSET(i, &set))
            all.push_back(i);
    return all;
}

/// The first `count` of them from now on, also for threads that begin afterwards.
void use_processors(std::size_t count) {
    cpu_set_t set = {};
    auto all = processors();
    all.resize(std::min(all.size(), count));
    for (const auto one : all)
        CPU_SET(one, &set);
    if (sched_setaffinity(0, sizeof set, &set) != 0)
        fail("cannot choose the processors to run on");
}

Tokenizer loaded(const fs::path& folder) {
    auto tokenizer = Tokenizer::load(folder);
    if (!tokenizer)
        fail(tokenizer.error().message);
    return *std::move(tokenizer);
}

/// What a run does with the file before its first step.
Measurement prepare(const fs::path& tokenizer_folder, const fs::path& file, const fs::path& cache_folder) {
    const auto tokenizer = loaded(tokenizer_folder);
    DataSection data;
    data.train = {WeightedFile{file.string()}};
    data.layout = DataLayout::Text;
    data.max_length = 4096;
    RunTokenCache cache = {.cache = TokenCache(cache_folder),
                           .source = {.tokenizer = tokenizer_folder.filename().string()}};
    Measurement measured;
    measured.seconds = seconds_of([&] {
        const auto read = load_training_data(data, 1, tokenizer, {}, 0, nullptr, &cache);
        if (!read)
            fail(read.error().message);
        for (const auto& remark : read->remarks)
            fmt::print(stderr, "{}\n", remark);
    });
    measured.peak_bytes = resident_peak_bytes();
    return measured;
}

/// In a process of its own; where that fails it says why, and has taken forever.
Measurement measured_apart(const std::function<Measurement()>& measure) {
    int ends[2] = {};
    if (pipe(ends) != 0)
        fail("cannot open a pipe");
    const auto child = fork();
    if (child < 0)
        fail("cannot start a process");
    if (child == 0) {
        const auto measured = measure();
        const bool is_told = write(ends[1], &measured, sizeof measured) == sizeof measured;
        std::_Exit(is_told ? 0 : 2);
    }
    close(ends[1]);
    Measurement measured;
    const bool is_told = read(ends[0], &measured, sizeof measured) == sizeof measured;
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return is_told ? measured : Measurement{.seconds = std::numeric_limits<double>::infinity()};
}

std::vector<fs::path> tokenizers_of(const fs::path& folder) {
    const auto has_tokenizer = [](const fs::path& path) { return fs::exists(path / "tokenizer.json"); };
    if (has_tokenizer(folder))
        return {folder};
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(folder))
        if (has_tokenizer(entry.path()))
            all.push_back(entry.path());
    std::ranges::sort(all);
    return all;
}

/// Prints a line; whether the goals are reached.
bool measure(const fs::path& tokenizer, const fs::path& file, const fs::path& scratch) {
    const auto bytes = fs::file_size(file);
    const auto rate = [bytes](const Measurement& measured) {
        return static_cast<double>(bytes) / 1e6 / measured.seconds;
    };
    const auto on = [&](std::size_t count) {
        const auto cache = scratch / "cache";
        const auto measured = measured_apart([&] {
            use_processors(count);
            return prepare(tokenizer, file, cache);
        });
        fs::remove_all(cache);
        return measured;
    };
    const auto one = on(1);
    const auto two = on(2);
    const auto speedup = one.seconds / two.seconds;
    const auto memory =
        static_cast<double>(std::max(one.peak_bytes, two.peak_bytes)) / static_cast<double>(bytes);
    const bool is_reached = rate(one) >= kLeastRate && speedup >= kLeastSpeedup && memory <= kMostMemory;
    fmt::print("{:<20} {:8.1f} MB/s  {:8.1f} MB/s  {:6.2f} x  {:6.2f} x  {}\n", tokenizer.filename().string(),
               rate(one), rate(two), speedup, memory, is_reached ? "ok" : "MISSED");
    return is_reached;
}

}  // namespace

int main(int count, char** arguments) {
    const fs::path folder =
        count > 1 ? fs::path(arguments[1]) : fs::path(TUNEBENCH_SOURCE_DIR) / "resources/samples/town-model";
    const auto megabytes = count > 2 ? std::atof(arguments[2]) : 100.0;
    std::error_code failed;
    if (count > 3 || megabytes <= 4.0 || !fs::is_directory(folder, failed)) {
        fmt::print(stderr, "tunebench-tokenizer-throughput [FOLDER [MEGABYTES]]: more than 4 MB\n");
        return 2;
    }
    const auto tokenizers = tokenizers_of(folder);
    if (tokenizers.empty() || processors().size() < 2)
        fail(tokenizers.empty() ? "there is no tokenizer.json in the folder" : "there is one processor only");
    const test::TemporaryFolder scratch;
    const auto file = scratch.path() / "mixed.jsonl";
    write_rows(file, static_cast<std::size_t>(megabytes * 1e6));
    fmt::print("{:<20} {:>13}  {:>13}  {:>8}  {:>8}\n", "", "one processor", "two", "speedup", "memory");
    bool is_reached = true;
    for (const auto& tokenizer : tokenizers)
        is_reached = measure(tokenizer, file, scratch.path()) && is_reached;
    return is_reached ? 0 : 1;
}
