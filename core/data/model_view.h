// ModelView: the training data as the model sees it: the rows of the first epoch's batches, in their order,
// token by token. Made by what trains: the loader, the sampler's plan and its batches.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/epoch_plan.h"
#include "core/data/loader.h"
#include "core/data/row_group.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

struct SeenToken {
    std::string text = {};  // as people read it
    std::int32_t id = 0;
    std::int32_t position = 0;  // restarts at 0 for each example of a row
    bool is_learned = false;    // the loss counts its prediction
};

/// One example of a row; it does not see the others.
struct SeenExample {
    RowPlace place = {};
    std::int64_t cut_tokens = 0;  // taken off its end by max_length
    std::string label = {};       // of classification data
    std::vector<SeenToken> tokens = {};
};

struct SeenRow {
    std::int64_t row = 0;    // of the epoch, from 0
    std::int64_t batch = 0;  // of the epoch, from 0
    std::vector<SeenExample> examples = {};
    std::int64_t tokens() const;
    std::int64_t learned() const;
};

/// Immutable, so that threads may share it; copies share their data.
class ModelView {
public:
    /// Reads the data as a run does, and fails where it would. `limit` > 0: only that many rows a file; the
    /// rows are then packed among themselves.
    static Result<ModelView> read(const RunConfig& config, const Tokenizer& tokenizer,
                                  const CancelToken& cancel, std::int64_t limit = 0);

    std::int64_t rows() const;
    std::int64_t batches() const;
    bool is_packed() const;
    std::int64_t row_length() const;  // tokens that a row has room for
    bool is_partial() const;          // a run reads more: rows behind the limit, or some of them repeatedly
    const DataReport& report() const;

    /// `index` is below rows().
    SeenRow row(std::int64_t index) const;

private:
    struct Content;
    explicit ModelView(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

    std::shared_ptr<const Content> content_;
};

}  // namespace tunebench
