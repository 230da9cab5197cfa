// The cards of the setup page: which sections of the run stand together, under which name.
#pragma once

#include <vector>

#include <QString>

#include "ui/pages/setup/setup_check.h"

class QLabel;
class QPushButton;
class QWidget;

namespace tunebench::ui {

class Card;
class MethodTable;
class PrecisionPanel;
class PreviewPanel;
class RunForm;

struct SetupCards {
    Card* model = nullptr;
    Card* data = nullptr;
    Card* method = nullptr;
    Card* training = nullptr;
    Card* watching = nullptr;
    Card* machine = nullptr;
    QPushButton* findModel = nullptr;     // in `model`
    QPushButton* findData = nullptr;      // in `data`
    QLabel* recognised = nullptr;         // in `model`
    QLabel* effective = nullptr;          // in `training`
    PreviewPanel* preview = nullptr;      // in `data`
    MethodTable* methods = nullptr;       // in `method`
    PrecisionPanel* precision = nullptr;  // in `machine`

    std::vector<Card*> all() const { return {model, data, method, training, watching, machine}; }
};

SetupCards makeSetupCards(const RunForm& form, QWidget* parent);

/// "Llama · 1.2 M parameters · 4 layers of 128 · …"
QString modelText(const ModelFacts& facts);

/// What a step reads, from batch size, accumulation and length.
QString effectiveBatchText(const RunConfig& config);

}  // namespace tunebench::ui
