#include "ui/charts/chart_save_button.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QRegularExpression>

#include "ui/charts/chart_export.h"
#include "ui/theme/icons.h"

namespace tunebench::ui {
namespace {

/// ".svg" of "SVG picture (*.svg)".
QString suffixOf(const QString& filter) {
    static const QRegularExpression suffix(QStringLiteral("\\*\\.(\\w+)"));
    return suffix.match(filter).captured(1);
}

}  // namespace

ChartSaveButton::ChartSaveButton(QWidget* parent)
    : QPushButton(ui::icon(QStringLiteral("save")), {}, parent), menu_(new QMenu(this)) {
    setObjectName(QStringLiteral("save_chart"));
    setAccessibleName(tr("Save a chart"));
    setToolTip(tr("Saves a chart as PNG, SVG, PDF or CSV"));
    connect(this, &QPushButton::clicked, this, &ChartSaveButton::press);
}

void ChartSaveButton::addChart(ChartSource& chart, const QString& title) {
    menu_->addAction(title + QStringLiteral("…"), this, [this, &chart] { ask(chart); });
}

void ChartSaveButton::press() {
    const QList<QAction*> charts = menu_->actions();
    if (charts.size() == 1)
        charts.front()->trigger();
    else
        menu_->popup(mapToGlobal(QPoint(0, height())));
}

void ChartSaveButton::ask(ChartSource& chart) {
    QFileDialog dialog(window(), tr("Save a chart"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(chartFileFilters());
    dialog.setDefaultSuffix(suffixOf(chartFileFilters().front()));
    connect(&dialog, &QFileDialog::filterSelected, &dialog,
            [&dialog](const QString& filter) { dialog.setDefaultSuffix(suffixOf(filter)); });
    dialog.selectFile(chartFileName(chart));
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty())
        save(chart, dialog.selectedFiles().front());
}

void ChartSaveButton::save(ChartSource& chart, const QString& file) {
    if (const auto done = saveChart(chart, file); done)
        Q_EMIT saved(QDir::toNativeSeparators(file));
    else
        Q_EMIT failed(done.error());
}

}  // namespace tunebench::ui
