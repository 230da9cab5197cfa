// The wires of the setup page between its parts.
#include <QPushButton>

#include "ui/forms/estimate_panel.h"
#include "ui/forms/field_search.h"
#include "ui/forms/fit_suggestions.h"
#include "ui/forms/largest_list.h"
#include "ui/forms/memory_size_edit.h"
#include "ui/pages/setup/length_panel.h"
#include "ui/pages/setup/method_table.h"
#include "ui/pages/setup/precision_panel.h"
#include "ui/pages/setup/preview_panel.h"
#include "ui/pages/setup/recent_runs.h"
#include "ui/pages/setup/run_files.h"
#include "ui/pages/setup/setup_header.h"
#include "ui/pages/setup/setup_side.h"
#include "ui/pages/setup/setup_watch.h"
#include "ui/pages/setup/start_menu.h"
#include "ui/pages/setup/start_panel.h"
#include "ui/pages/setup/undo_actions.h"
#include "ui/pages/setup_page.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {

void SetupPage::connectHeader() {
    auto* menu = new StartMenu(files_->presetFolder(), *recent_, this);
    header_->setStartMenu(menu);
    connect(menu, &StartMenu::fileRequested, this, &SetupPage::chooseRunFile);
    connect(menu, &StartMenu::sampleRequested, this, &SetupPage::useSample);
    connect(menu, &StartMenu::presetRequested, this, &SetupPage::usePreset);
    connect(menu, &StartMenu::presetRemovalRequested, files_, &RunFiles::removePreset);
    connect(menu, &StartMenu::runRequested, this, &SetupPage::startFromRun);
    connect(header_, &SetupHeader::sampleRequested, this, &SetupPage::useSample);
    connect(header_, &SetupHeader::openRequested, files_, &RunFiles::chooseFile);
    connect(header_, &SetupHeader::saveRequested, this, &SetupPage::saveRunFile);
    connect(header_, &SetupHeader::savePresetRequested, this, [this] { files_->savePreset(config()); });
    connect(header_, &SetupHeader::commandRequested, this, [this] { files_->copyCommand(config()); });
    connect(header_->search(), &FieldSearch::chosen, this, &SetupPage::reveal);
    connect(steps_, &StepStrip::chosen, this, &SetupPage::leadTo);
}

void SetupPage::connectFiles() {
    connect(files_, &RunFiles::opened, this, &SetupPage::onOpened);
    connect(files_, &RunFiles::failed, this, &SetupPage::showError);
    connect(files_, &RunFiles::succeeded, this, [this](const QString& message, const QString& hint) {
        message_->show(MessageKind::Success, message, hint);
    });
    connect(files_, &RunFiles::presetRemoved, this, [this](const RunPreset& preset) {
        message_->show(MessageKind::Info, tr("Removed the preset “%1”").arg(toQt(preset.title)));
        message_->addAction(tr("Undo"), [this, preset] {
            message_->clear();
            if (const auto saved = save_preset(preset, files_->presetFolder()); !saved)
                showError(saved.error());
        });
    });
}

void SetupPage::connectWatch() {
    connect(watch_, &SetupWatch::checked, this, &SetupPage::onChecked);
    connect(watch_, &SetupWatch::largestFound, side_, &SetupSide::showLargest);
    connect(watch_, &SetupWatch::measured, this, &SetupPage::onMeasured);
    connect(watch_, &SetupWatch::previewed, cards_.preview, &PreviewPanel::showPreview);
    connect(watch_, &SetupWatch::draftIsDue, this, &SetupPage::saveDraft);
    connect(watch_, &SetupWatch::hasNoData, this, [this] {
        length_.reset();
        cards_.preview->showNothing(
            tr("Choose a model and training data to see the tokens and which of them are learned."));
        side_->length()->showNothing(tr("Choose a model and training data to see how long the run will be."));
        updateSteps();
    });
    cards_.preview->showNothing(
        tr("Choose a model and training data to see the tokens and which of them are learned."));
}

void SetupPage::connectEdits() {
    edits_ = SetupEdits(config());
    undoActions_ = std::make_unique<UndoActions>(*this);
    header_->setEdits(undoActions_->undo(), undoActions_->redo());
    connect(undoActions_.get(), &UndoActions::undoRequested, this, &SetupPage::undo);
    connect(undoActions_.get(), &UndoActions::redoRequested, this, &SetupPage::redo);
    connect(undoActions_.get(), &UndoActions::fieldLeft, this, [this] { edits_.endField(); });
}

void SetupPage::connectCards() {
    connect(cards_.findModel, &QPushButton::clicked, this,
            [this] { Q_EMIT hubRequested(RepositoryKind::Model); });
    connect(cards_.findData, &QPushButton::clicked, this,
            [this] { Q_EMIT hubRequested(RepositoryKind::Dataset); });
    connect(cards_.methods, &MethodTable::chosen, this, [this](const MethodCard& card) {
        const auto chosen = with_method(config(), card);
        if (!chosen)
            return showError(chosen.error());
        change(*chosen, tr("%1 is chosen").arg(coreText(card.title)), coreText(card.summary));
    });
    connect(cards_.precision, &PrecisionPanel::measureRequested, this, &SetupPage::measureSpeed);
    connect(&workbench_.bridge(), &RunBridge::speedsMeasured, this, &SetupPage::onSpeeds);
    connect(side_->estimate(), &EstimatePanel::tableRequested, this, &SetupPage::showFitTable);
    connect(side_->memorySize(), &MemorySizeEdit::changed, watch_, &SetupWatch::planFor);
    connect(side_->suggestions(), &FitSuggestions::requested, this, &SetupPage::applySettings);
    connect(side_->largest(), &LargestList::requested, this, &SetupPage::applySettings);
    connect(side_->start(), &StartPanel::startRequested, this, &SetupPage::start);
    connect(side_->start(), &StartPanel::fieldRequested, this, &SetupPage::reveal);
}

}  // namespace tunebench::ui
