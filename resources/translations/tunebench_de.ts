<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChartExport</name>
    <message>
        <source>A chart cannot be saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the name in .png, .svg, .pdf or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>%1 (baseline)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Not as %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDialogs</name>
    <message>
        <source>Write runs as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder of logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import log files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HubTexts</name>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens to those who have the right to read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its owners give access to those who ask on its page, and it takes a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of files that are not whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds no version that a run could read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched by Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither loading nor training reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pickle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such files can run programs when they are opened: they are neither fetched nor read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogTexts</name>
    <message>
        <source>%1 training examples, %2 for validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed from %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 examples were cut to the longest length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 examples were left out: nothing in them is learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss %1, %2 of labels right%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss %1, %2 of tokens right%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (best so far)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1 (%2 in %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluation every %1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluation only at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineView</name>
    <message>
        <source>Seconds a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors at a step&apos;s end (GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds an evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens right (share)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels right (share)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 (macro)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricWords</name>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation perplexity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation token accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory (bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory (bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient underflow (share)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient overflow (share)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss, last 20 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation less training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberTexts</name>
    <message>
        <source>%1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early: the validation loss no longer fell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped and saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParamForm</name>
    <message>
        <source>default %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrecisionTexts</name>
    <message>
        <source>%1× slower than fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fast as fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1× fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s weights are kept in %1, which saves memory, and computed with in fp32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed: trained weights stay in fp32, so that no update is too small for them; products, and what is kept for the backward pass, are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure %1: the model&apos;s own weights are in 16 bits too, and take half the memory; stochastic rounding keeps small updates on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure %1: the model&apos;s own weights are in 16 bits too, and take half the memory; where they are trained, an update below about %2 of a weight is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 numbers below %2 become 0 (underflow), and beyond %3 infinite (overflow).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the range of fp32: bf16 needs no loss scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A loss scale of 1 does nothing against underflow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients are small: the loss is multiplied by %1 (the loss scale) before the backward pass, and gradients are divided by it after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients are small: the loss is multiplied by a loss scale before the backward pass, the largest that does not overflow, and gradients are divided by it after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GFLOP/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emulated here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2× slower than fp32 on this machine: choose fp32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is kept and computed in fp32: exact enough for every method, with a range that gradients do not leave, and four bytes a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>%1 at %2</source>
        <comment>value, step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tunebench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has not ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory peak in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session ended: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported as %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (best)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPlaces</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleFiles</name>
    <message>
        <source>The bundled sample is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinstall Tunebench, or choose a model and data of your own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionTitles</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget and batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine and seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SensitivityCharts</name>
    <message>
        <source>Loss against %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupCardTexts</name>
    <message>
        <source>From the hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and download a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and download a data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching and saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision and machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 layers, hidden size %2, %3 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vocabulary %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packed rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step reads %1 %2 of at most %3 tokens: up to %4 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>Base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused run, step %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyCheckTexts</name>
    <message>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every method fits into the memory that is free now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its runs will be noted as failed. Hold memory equal, or lower the batch size of the base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base has no model or no training data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose them in Setup, and take what it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison needs two methods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Open a run file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the run file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toggle theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that you marked with a star.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the run stands or ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name that the run was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was fine-tuned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fine-tuning method, and how the base is quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many parameters train, and their share of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parameters, trained or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest memory that was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest memory as it was estimated before the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens were trained on in a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training time over all sessions, without pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training loss of the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest loss on the validation data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step of the lowest validation loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer steps that were done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer steps that were planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the run began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When its last session ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that you gave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log of another program that it was imported from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is left out of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the command line calls it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where its files lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting of an imported run, as the other program named it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps have a value of this metric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step at which the metric had this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best value: the highest of scores and speeds, else the lowest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest or highest value of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last value of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
In filters: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1 and at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <comment>nouns begin with a small letter</comment>
        <extracomment>Not shown. Translate it with &quot;no&quot; where nouns begin with a capital within a sentence, else with &quot;yes&quot;.</extracomment>
        <translation>no</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How boldly tokens are drawn: 0 always takes the likeliest, 1 draws as the model was trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher values bring variety and, sooner or later, nonsense. At 0 the seed and the two cuts below change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer ends here at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time and the memory of the cache of keys and values grow in proportion. Most models end by themselves once they were trained to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws only from the likeliest tokens that have this probability together; 1 keeps all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts off the long tail of tokens that each are unlikely: 0.9 is a common choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws only from so many likeliest tokens; 0 keeps all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed number whatever the model is sure of; top p adapts to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the random stream: the same seed draws the same answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that answer side by side draw with the same seed, so that they differ by their weights alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line. An answer ends before the first of them that appears in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For models that do not end by themselves, such as a base model that goes on with the next question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA that learns direction and length of each row apart. Often better at low ranks, a little slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also change the token embeddings (and the head where it is tied to them).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: saves the gradient and states of the embedding; new words are learned less well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off saves the gradient and the optimizer state of the embedding matrix, which is a large share of a small model with a large vocabulary. Words that the base model hardly knows are learned better with it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the model&apos;s own parameters train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less: less memory and time, and it learns less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layers need no backward pass below them: less time and much less memory. Biases are a thousandth of the parameters and often enough for classification; models such as Llama have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many blocks train, counted from the end, with the final norm and a head of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: learns more; memory and time grow with each layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory and time grow with every layer. The embeddings, and a head that is tied to them, stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expressions; parameters whose whole name matches one of them do not train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: less memory and time, and it learns less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: model\.layers\.[0-3]\..* for the first four blocks. What is frozen has no gradient and no optimizer state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight of the model trains, or a choice of them. The most capable and the most expensive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases only (BitFit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the small layers stand in each block, and what they read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two adapters a block learn more than one, and cost twice as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Houlsby has two adapters a block and learns most; Pfeiffer has one and half of the parameters; parallel reads the MLP&apos;s input instead of its result and needs least activation memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduction factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden size divided by this is the width of the adapter; 0 takes the published one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: a narrower adapter; memory falls in proportion, and it learns less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published: 16 for Houlsby and Pfeiffer, 2 for parallel. Half of it doubles parameters, gradients and optimizer states, and learns more. A bottleneck size above 0 is used instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottleneck size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the adapter, whatever the hidden size; 0 uses the reduction factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: learns more; memory and time of the adapter in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 to 256 in the paper. Parameters and the adapter&apos;s share of time and activation memory grow in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The non-linear function between the two linear maps of the adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little difference in quality, none in memory and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published: swish for Houlsby, ReLU for the others. The first code for BERT used the tanh approximation of GELU. It makes little difference; load an adapter with the one it was trained with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far from the base model the adapter starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer to the base: a steadier start; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper draws weights so small (0.01, cut at twice that) that the model starts nearly unchanged; larger ones made training unstable. AdapterHub&apos;s 0.02 changes the first answers visibly. The last, of parallel adapters, starts the upward map at zero: exactly the base model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor on what the adapter adds; 0 takes the published one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: larger changes, like a higher learning rate; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published: 1, and 4 for parallel. Acts like a factor on the learning rate of the adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of what the adapter adds that is dropped at random while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: less memorising; memory of one hidden state more for each adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helps against memorising small data sets (0.05 to 0.1). Keeps a mask as large as the hidden state for every adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train layer norms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also train scale and shift of every norm of the base model, as the paper does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: a little better for a few thousand parameters; the base changes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few thousand parameters more. The adapter&apos;s file then holds the norms too, and switching the adapter off no longer gives the base model back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottleneck adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small two-layer networks inside every block (Houlsby, Pfeiffer, parallel). Not mergeable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Houlsby: after attention and MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pfeiffer: after the MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel: beside the MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU, tanh approximation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Houlsby&apos;s paper: nearly no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdapterHub: N(0, 0.02)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which linear maps are scaled: auto, names, or a regular expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: learns a little more; one number an output, next to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto takes what PEFT takes for this kind of model: keys, values and the MLP&apos;s last map for most. Each target costs one number per output, next to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed-forward modules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The targets whose input is scaled, not their output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled inputs cost one number each, next to nothing; little difference in quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto is the MLP&apos;s last map, whose input is the widest vector of a block. Naming none (an empty text) scales outputs only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IA3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few vectors scale keys, values and the MLP. The fewest parameters; for small data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small low-rank matrices beside the frozen weights. The usual choice: little memory, mergeable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the low-rank update: higher learns more and costs more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: learns more; memory of adapter, gradients and states in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainable parameters, gradients and optimizer states grow in proportion. 8 to 32 is enough for most tasks; far-away tasks want 64 and more. Time changes little until the rank comes near the hidden size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the update: it is multiplied by alpha / rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: larger steps of the adapter, like a higher learning rate; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts like a factor on the learning rate of the adapter. Once and twice the rank are the usual values; keep it when you change the rank and the update keeps its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the adapter&apos;s input that is dropped at random while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: less memorising, slower learning; more activation memory on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helps against memorising small data sets (0.05 to 0.1). Costs a little time and, on the CPU, activation memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which linear maps get an adapter: all-linear, attention, names, or a regular expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: learns more; parameters, memory and time grow with every map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all-linear adapts every linear map of every block and learns most. attention adapts queries and values only: about a quarter of the parameters. A list names modules (q_proj, v_proj); anything else is a regular expression over full paths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank-stabilised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide alpha by √rank instead of rank (rsLoRA).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: large ranks pay off; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the update&apos;s size steady when the rank grows, so that ranks of 64 and more pay off. At small ranks it amounts to a higher learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which biases of the base model train too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: a little more freedom for next to no memory; the base changes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With trained biases, switching the adapter off no longer gives the base model back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank by module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another rank for modules whose path ends in a name or matches a pattern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher where it matters: more quality for the memory of those modules only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first matching entry counts. Example: v_proj: 4. Parameters, gradients and optimizer states of these modules grow in proportion to their rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha by module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another alpha for modules whose path ends in a name or matches a pattern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: larger steps of those modules; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first matching entry counts. Example: v_proj: 8. Acts like a learning rate of these modules; it is divided by their own rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modules trained whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modules that train fully beside the adapter and are saved with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each: learns freely; memory and file grow by whole matrices with their states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For new tokens: embed_tokens and lm_head. The file grows by the whole matrices, and so do gradients and optimizer states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which blocks get an adapter: all, or numbers and ranges from 0 on, as in 0-3, 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer: less memory and time, and it learns less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer blocks mean fewer parameters; what lies below the lowest of them needs no backward pass, which saves time and activation memory. The upper blocks matter most for style and format, the middle ones for facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded modules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modules that get no adapter although the targets name them; empty: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: fewer parameters and less memory, and it learns less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of names, or a regular expression over full paths. Every module left out saves its share of parameters, gradients and optimizer states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the adapter starts: at zero, or from the main directions of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PiSSA, OLoRA: often faster at first; a longer start, files of twice the rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default and gaussian start with B = 0. PiSSA and OLoRA cut the start out of the weight, which is kept without it: they often learn faster in the first steps. Exports are plain LoRA of twice the rank then, so that they fit the original model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of B over A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times faster B learns than A (LoRA+); 1 treats them alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: fewer steps to the same loss, less steady; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B starts at zero and profits from larger steps: 2 to 16 can save steps at the same cost. Lower the learning rate when training becomes unsteady.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the adapted projections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PiSSA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OLoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the change at a position is made from the hidden state there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoReFT learns most reliably, DiReFT is a little faster; the same parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoReFT replaces what the hidden state says along a few orthonormal axes and learns most reliably. DiReFT only adds, and is a little faster. NoReFT is LoReFT without the orthonormal axes. All have the same number of parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of axes along which the hidden state is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: learns more; parameters in proportion, and still few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 for reasoning tasks and 4 for following instructions in the paper, 1 for classification. Parameters grow in proportion; they stay a small part of those of a LoRA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tokens of the prompt are changed: f7+l7 are the first 7 and the last 7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: learns more, up to a point; next to no memory and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never more than half of a prompt from either end, and never the answer: while it is generated nothing is added, so that it costs no time. More positions learn more, up to a point that differs by task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blocks whose output is changed: all, or numbers from 0 on like 3;9;18;24.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: learns more; parameters in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters grow in proportion. A few layers spread over the model are enough for instructions; reasoning tasks want all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last positions of a layer have one change instead of two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: twice the parameters; beginning and end of a prompt change apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off doubles the parameters, and lets the beginning of a prompt be changed in another way than its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the changed hidden states that is dropped at random while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: less memorising, and soon too much; next to no memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the reference it acts on the whole hidden state at these positions, not only on the change: 0.05 is already much. It costs next to no memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoReFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes hidden states at a few positions of the prompt; the fewest parameters of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoReFT: in a subspace with orthonormal axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DiReFT: any axes, only adding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NoReFT: any axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many trained keys and values every layer sees before the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: learns more; parameters in proportion, attention a little slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters grow in proportion, and every token attends to so many keys more. 5 to 20 are enough for short tasks, 100 and more help with summaries. Where positions are learned (GPT-2) they are taken from those of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library that shall load the result: PEFT and AdapterHub compute different things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides which library loads it; AdapterHub has more parameters where heads share keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEFT&apos;s prefix counts as tokens: the text begins after it, and a sliding window passes over it. AdapterHub&apos;s stands beside the text, which begins at position 0 and always sees all of it; it has a key for every attention head, so more parameters where heads share theirs. Neither library loads the other&apos;s prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random keys and values as PEFT draws them (normal, 1 wide), or zeros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros: a gentler start; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros disturb the model least: they only take some of the attention away. Random values tell the virtual tokens apart at once, but the first answers are far off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a small network that makes the keys and values, instead of these themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: steadier at high rates; often a hundred times the parameters in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steadier at high learning rates, as in the paper. While training it costs the network&apos;s parameters with their gradients and optimizer states, often a hundred times the prefix. PEFT&apos;s file holds the finished prefix only, AdapterHub&apos;s the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projection width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width between the two layers of the projection; 0: of the keys (PEFT), 512 (AdapterHub).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider: more room to learn; the projection&apos;s parameters grow in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters of the projection grow in proportion. The paper takes 512 for tables and 800 for summaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefix-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained keys and values before the text, in every layer. Tiny files; the weights stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdapterHub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many trained embeddings the model reads before the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: learns more; each costs time and memory like a token of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each costs one hidden vector of parameters, and time and memory like a token of text. 20 to 100 are usual. Where positions are learned (GPT-2) they are taken from those of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings of tokens drawn from the vocabulary, of a text, or random numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real tokens or a text: learns sooner; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings of real tokens start where the model understands them and learn best; a text that says what to do learns fastest. Random values (normal, 1 wide, as in PEFT) are far larger than real embeddings and need a very high learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text whose token embeddings are the start values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fitting text: learns soonest; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example &quot;Classify whether the review is good or bad:&quot;. It is repeated, or cut, until it has as many tokens as there are virtual ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained token embeddings before the text: the fewest parameters of all. Wants high learning rates and large models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampled from the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale by parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply each tensor&apos;s rate by the root mean square of its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: steps are a share of the weights, and want a hundred times the rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in T5&apos;s pre-training, with a rate about a hundred times higher: steps are then a share of the weights. Off, the rate means what it means for Adam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The root mean square of a tensor&apos;s update, before the rate, is held below this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower: gentler first steps, slower learning; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damps the first steps, whose means are of few gradients. 1 is usual; far below it everything learns slowly. Costs neither memory nor time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent of the step number: the share of the newest gradient in the means falls by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer to 0: follows the gradient faster; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−0.8 is usual. Nearer to 0 the means follow the gradient faster, also late in a run, and steps are less steady.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to squared gradients, and the least root mean square of a tensor&apos;s numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first damps tiny gradients, the second lets tiny weights move; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first keeps squared gradients above 0. The second counts only where the rate is scaled by the parameter: it lets tensors move that start at zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means of squared gradients by row and column only: next to no memory, nearly Adam&apos;s results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of each weight, times the learning rate, taken off at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running means of gradient and squared gradient; weight decay as a penalty in the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the gradient (L2 penalty), so that Adam rescales it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with weight decay apart from the gradient; the usual choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrices only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate of embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of embeddings and head, as a multiple of the others&apos;; 0 holds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower: keeps what it knows of words; higher: new ones sooner; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of rare words get few gradients. A lower rate keeps what the model knows of words, a higher one learns new words sooner. Only where they train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate of biases and norms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of vectors, as a multiple of the matrices&apos;; 0 holds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: biases and norms follow faster, less steadily; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases, norms and scales are few and act on everything that follows. Only where they train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the momentum in a step&apos;s direction, and of itself in the next momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer to 1: smoother and slower to react. The paper takes 0.95 and 0.98 where training is unstable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs of a momentum: half of Adam&apos;s memory; a third to a tenth of AdamW&apos;s rate, with as much more decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of AdamW&apos;s running means, where AdamW updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last steps&apos; direction of a block&apos;s weight is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer to 1: smoother, slower to react; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer to 1: smoother and slower to react. 0.95 is usual. Costs 4 bytes for every weight of the blocks, whatever its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix the newest gradient into the momentum once more before the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: reacts a step earlier; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reacts to the newest gradient a step earlier. Costs neither memory nor time; off is plain momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds that make a momentum orthogonal, three products of its size each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: nearer to orthogonal, more time a step; memory stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five bring its singular values near to 1. Fewer are quicker and leave weak directions weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orthogonal steps for the blocks&apos; weights, AdamW for the rest: for full fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a step; the schedule multiplies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: learns faster, until the loss jumps; costs neither memory nor time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too high: the loss jumps or becomes NaN. Too low: it hardly falls. Adapters take about ten times the rate of full fine-tuning; the default follows the method. Costs neither memory nor time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: less overfitting, slower learning; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More of it keeps weights small, which works against overfitting on small data and slows learning down. 0 switches it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which trained tensors weight decay pulls towards zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrices only is what most recipes do; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases, norms and rotations carry scales and offsets that zero would be wrong for; leaving them out is what most recipes do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Betas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the running means of the gradient and of its square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer to 1: smoother and slower to react. A second beta of 0.95 to 0.99 steadies runs with few steps or large batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the denominator, so that tiny gradients do not make huge steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: smaller steps where gradients are tiny; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger values damp the steps of tensors with tiny gradients. 1e-8 is usual; BERT took 1e-6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the running means are stored between steps: 4 bytes a number, about 1, or about half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bit: a quarter of the states&apos; memory, steps a little slower; 4 bit: an eighth, coarser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bit keeps codes and a scale for every 256 numbers, 4 bit for every 128; tensors below 4096 numbers stay in 32 bit. Of Adam&apos;s 8 bytes for every trained parameter 2 are left, or 1, which matters in full fine-tuning, and a step takes a few per cent longer. Losses stay within a few per cent with 8 bit; 4 bit is coarser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paged states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a CUDA device: the running means stay in the host&apos;s memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: less of the device&apos;s memory by the optimizer&apos;s states, for slower steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device reads and writes them over the bus at every step, in memory that the host keeps in place for it. Takes what they need off the device, and each step as long as the bus needs for them twice: a fifth of a second for a billion trained parameters in 32 bit, less in 8. Without effect on a processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the last step&apos;s velocity that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: smoother, faster along valleys; above 0 it takes 4 bytes a parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.9 averages over about ten steps and speeds up long valleys. Anything above 0 costs 4 bytes for every trained parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look ahead along the velocity before stepping; needs momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: often a little faster; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often a little faster than plain momentum, because a step already knows where the velocity leads. Costs nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain gradient steps, with momentum if wanted; least memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times the weight, added to the gradient (L2 penalty).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two measurements on the validation data; 0 measures only at the start and the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller: a finer curve for more time; memory stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often shows the turning point exactly, and costs time: each one reads all validation examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences that are evaluated at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: faster evaluations, more memory while they last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation keeps no activations for a backward pass, so that it needs less memory than training with the same size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts that the model answers at each evaluation, so that you can read what it learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: more to read, and more time at each evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line; two or three are enough. Each costs the time of generating an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most this many tokens an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: longer answers; time in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for samples grows in proportion, and each token of an answer takes a pass through the model. Long enough to see how an answer ends is enough: 64 to 256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run when this many evaluations in a row brought no improvement; 0 never does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: waits longer and costs that time; too low stops at the first bump.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves time once the model only memorises. Too little patience stops at the first bump.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validation loss must fall by more than this to count as an improvement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: stops earlier; saves time, may miss slow gains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 counts every improvement, however small. Larger values stop earlier: they save time, and may end a run that still learns slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two checkpoints; 0 saves only at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller: less work lost in a power cut, more time spent on saving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a power cut a run goes on from its last checkpoint: work since then is lost. Saving a large model takes seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the newest checkpoints stay on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: disk space in proportion; memory and time stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk space grows in proportion. Two survive a checkpoint that turns out to be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also keeps the checkpoint with the lowest validation loss; the result is made from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: the result is the best state, for the disk space of one more checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs the disk space of one more checkpoint. Off, the result is the last state, which may have memorised more than the best one. Needs validation data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run is called in the history and in its folder&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No effect on the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free text. Runs are told apart by their id, so several may have the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of every random stream: initial weights, order of the data, dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed, another random course; memory and time stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed on the same machine gives the same weights, bit for bit. Repeat a run with three or more seeds before you trust a small difference between two settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the loss is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when loss or gradients become NaN or infinite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipping and rolling back save a long run; stopping shows the fault at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is found before the step changes any weight. Skipping leaves the batch out: right where single examples are broken. Rolling back also returns to the last checkpoint and goes on with half the learning rate, on the data that follow: right where training diverges. Ten such steps in a row stop the run in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deterministic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums in a fixed order: the same run gives the same bits again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: the same bits again, for a little time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the processor every run is, at no cost. An accelerator has quicker kernels that sum in any order: switch it off to let it choose those, where repeating a run exactly does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads for the arithmetic; 0 takes one a core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More, up to the cores: faster. Beyond them: slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More threads than cores make training slower. Fewer leave the machine usable for other work. The last bits of the result may change with the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that tensors may take; 0 stands for what is free when they are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower: other programs keep theirs, and a large run pauses earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run that needs more pauses and says what would make it fit, instead of taking the memory of other programs. Some of what is free is always left to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the model is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An accelerator is many times faster; its own memory is the limit then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best available takes a supported accelerator when the engine has one, else the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back, halve the rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with config.json, *.safetensors and tokenizer.json, or a name of the hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger: knows more; memory and time grow in proportion to its parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any Hugging Face folder of a supported family, or &quot;org/name&quot; or &quot;org/name@revision&quot; for what was downloaded from the hub. It is only read. A larger model knows more and needs memory and time in proportion to its parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the model learns to write, or to tell classes of texts apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classification needs labelled data; its small head saves memory and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text generation predicts the next token. Classification replaces the last layer by one row a label, read at the end of the text: it needs examples with a label, less memory than a large vocabulary, and answers with a label and its probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored weights, or random ones for pretraining from nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random: far more data and time for the same quality; the same memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights need only config.json and tokenizer.json, and far more data and steps before the output makes sense. Train them with full fine-tuning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue from adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of an adapter whose training goes on, of the method that is chosen below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts from what was learned; the same memory and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run starts with what that adapter has learned, and takes over its settings (rank, targets and so on), because its weights fit no others. The folder is only read. Takes neither more memory nor more time than starting anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special tokens that the tokenizer does not have yet, such as &lt;|tool|&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: each takes the place of several tokens of a text; a row more of the embedding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is one token wherever it stands in a text. The embedding and the output head grow by a row each, which start at the mean of the others and must train: full fine-tuning does, and LoRA and DoRA train both as a whole then, which takes memory for their gradients and optimizer states and makes the adapter&apos;s file as large as they are. The tokenizer is saved beside the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to learn from: JSON Lines, JSON, CSV, TSV, Parquet, text, Markdown, or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More good examples: better, and longer epochs; memory hardly changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several are shuffled together; .gz and .zst are read as they are. Behind a path, weight=2 reads its rows twice an epoch, weight=0.5 half of them, and slice=[:1000] or slice=[10%:20%] only that part. A data set that was downloaded from the hub is &quot;org/name&quot;, a file in it &quot;org/name@main/train.jsonl&quot;. More examples take longer an epoch and cost a little memory; bad ones cost quality, so look at the preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that are never trained on: they show when learning turns into memorising.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: a steadier curve, longer evaluations; training stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few hundred examples are enough for a steady curve; every evaluation reads all of them, so a large file costs time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the training examples set aside when there is no validation file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: a steadier curve, fewer examples to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.05 sets every twentieth example aside, chosen by the seed. What is set aside is not learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a row is read: text, prompt and completion, instruction, chat, or text and label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only how rows are read; a wrong one spoils what is learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised from the first rows unless you choose. Instruction and output become a chat where the model brings a chat template or one is chosen, else Alpaca&apos;s own prompt. The preview shows what comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column plays which part, where the names differ from the usual ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides what is question and what answer; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example prompt: question, completion: answer. Parts: text, prompt, completion, messages, conversations, tools, instruction, input, output, system, text_pair, label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of rows that say exactly the same only the first is learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: less memorising, shorter epochs; 32 bytes of memory a row while reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows count as the same when their texts and labels are, whatever else they hold. Their number is reported. Repeated rows are memorised sooner; leaving them out makes epochs shorter and costs 32 bytes of memory a row while reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How chat messages become one text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own is best, another costs quality; memory and time stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto takes what the model folder prescribes, chatml where it prescribes nothing. Or one of alpaca, chatml, gemma, llama-2, llama-3, mistral, phi-3, vicuna, zephyr, the path of a .jinja file, or a template in Jinja itself. A template the model was not trained with costs quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date in the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date that chat templates write where they ask for today&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed: the same text on every day; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed, so that a run that is resumed or repeated on another day reads the same text. Only templates that tell the model the date use it. Year, month and day: 2025-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tokens count in the loss: the answers only, or every token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers only: better answers, and a cheaper last layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers only keeps the model from learning to write the questions. Plain text counts every token either way. Fewer counted tokens make the last layer cheaper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer examples are cut; the number of cut ones is reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: fewer cuts; activation memory in proportion, attention&apos;s time faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for activations grows in proportion, attention&apos;s time with the square. Too short a limit cuts the ends off the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills each row with several short examples, which do not see each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: faster epochs of fewer, fuller steps; memory of full rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the time that padding would waste; one step then holds more examples, so an epoch has fewer steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretrained weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type that the model&apos;s trained matrices are kept and updated in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits: half the memory of trained weights and gradients, less exact updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits halve the memory of weights and gradients. bf16 has the range of fp32 and 2 digits, fp16 has 3 digits but nothing above 65504. Small updates round to nothing in either: round stochastically, or keep fp32 here and compute in 16 bits (mixed precision), the safe choice. Frozen matrices take the narrower of this and the arithmetic&apos;s type. Adapters, norms, biases and optimizer states are always fp32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type of what is multiplied, and of what blocks keep for the backward pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits: half the memory of activations; faster only where the machine is made for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits halve the memory of activations and of frozen weights, and a machine made for them is twice as fast or more. Processors without bf16 instructions (AVX-512, AMX) are slower with it than with fp32: measure first. bf16 has the range of fp32 and 2 digits; fp16 has 3 digits but loses numbers below 6e-8 and above 65504, therefore the loss scale. Norms, softmax and loss stay in fp32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type that gradients are kept and added up in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bf16: half the memory of gradients, fewer digits; adapters gain next to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only trained parameters have gradients, so that an adapter&apos;s cost next to nothing. bf16 halves their memory and drops digits of small ones; fp32 costs 4 bytes a parameter and keeps the sum of many batches exact where the weights are in 16 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stochastic rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds updated 16-bit weights up or down at random, the nearer one more often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: small updates of 16-bit weights count; no memory, little time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update smaller than half the last digit of a weight vanishes when it is rounded to nearest; at random it has its effect on average. Makes training of 16-bit weights much better at small learning rates, costs no memory and little time, and repeats with the seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the loss so that small gradients fit into 16 bits; 0: as the arithmetic needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: small gradients survive, large ones overflow; neither memory nor time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients are divided by it before they are used. 0 adapts it to the gradients with fp16, and sets none with bf16, which has the range. When a gradient overflows, an adapting scale leaves that step out and is halved; a fixed one, such as 1024, stays. 1 sets none. No effect on memory or time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantized base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the frozen weights of the blocks in 4 or 8 bits; adapters stay exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4-bit: an eighth of the frozen weights&apos; fp32 memory; slower steps, a little less exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With NF4 the weights take an eighth of the memory of fp32 and the model loses a little quality, most of which training wins back: LoRA on it is QLoRA. int8 loses next to nothing and takes a quarter. Each product unpacks its weight first, so that steps take somewhat longer. Not for full fine-tuning, which changes these weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that share one scale: a power of two from 64 to 4096.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger: saves at most half a bit a weight, and is less exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger blocks save a little memory (from 0.5 bit a weight at 64 to 0.01 at 4096, and a quarter of that with quantized scales) and are less exact, because one large weight coarsens its whole block. 64 is what QLoRA uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantized scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the blocks&apos; scales in 8 bits too (double quantization).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: saves over a third of a bit a weight, for a loss that is hard to measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves 0.37 bit a weight at blocks of 64, about 0.3 GiB for a model of 7 billion, for a loss of quality that is hard to measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32-bit (fp32)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16-bit (bf16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16-bit (fp16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4-bit (NF4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4-bit (FP4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8-bit (int8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEFTune noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform noise on the embedded tokens while training (arXiv:2310.05914); 0 adds none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 to 15: longer, better liked chat answers; neither memory nor time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 to 15 made answers of chat models longer and better liked; it tells little in validation losses. Each number gets at most alpha / √(tokens · hidden size). Costs next to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the target that is spread evenly over all tokens, or classes; 0: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: less sure of itself, milder on noisy labels; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.1 keeps a model from being too sure, which helps classifiers on noisy labels. The training loss includes it and is higher for it; the validation loss does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z-loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times the square of log Σ exp(logits), added to the loss (arXiv:2204.02311); 0: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: logits nearer to zero, steadier in low precision; costs next to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1e-4 holds the logits near zero, which steadies full fine-tuning in low precision. The training loss includes it, the validation loss does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the old in a moving average of the weights, which is evaluated and exported; 0: off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer to 1: smooth over more steps; one more copy of what trains in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.99 averages over about a hundred steps, 0.999 over a thousand. Smooths out the last steps&apos; noise, which helps most at a constant rate. Costs one more copy of everything that trains, also in checkpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run after this many optimizer steps; 0 sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: time in proportion; better, until it memorises. Memory stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time grows in proportion. Of epochs, steps, tokens and minutes the first that is reached ends the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run after the model has read this many tokens; 0 sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget that compares runs of different batch sizes fairly: each model has read as much. Time grows in proportion, memory does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run after this much training time; 0 sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: more steps, so better until it memorises. Memory stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses do not count. With a time limit the number of steps, and so the result, depends on the machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many blocks are computed again together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 or 3 need least memory in deep models, more need more; time stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept are the inputs of every so many blocks, and the activations of so many while backward is in them. A block keeps ten to twenty times its input: 2 or 3 need least in deep models, more need more; the estimate tells. Neither result nor time change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update in the backward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes each weight as soon as its gradient is known, instead of all at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: gradients take next to no memory in full fine-tuning; same time and result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one tensor&apos;s gradient exists at a time: full fine-tuning saves nearly as much memory as its weights take. What a method adds is updated at the end as ever, so that adapters save nothing. The result is that of plain steps. Needs an accumulation of 1, no gradient clipping and no loss scale that adapts itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the run reads all training examples; 0 sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time grows in proportion. Small data sets are memorised after a few epochs: watch the validation loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences that are computed at once; with packing, full rows of the maximum length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: activation memory in proportion, steadier gradients, fewer steps an epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for activations grows in proportion. Larger batches use the machine better and give steadier gradients, but fewer steps an epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts examples of similar length into one batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: less padding, so less time; the order is a little less random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evens out the memory that batches need when packing is off. The order of the data is a little less random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches whose gradients add up to one optimizer step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: a larger batch at the same memory; a step takes longer in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The effect of a larger batch without its memory: a step takes that many times as long. Every counted token of the step has the same weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales the gradient down when its norm is larger than this; 0 clips nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower: steadier; far below the usual norm, slower to learn. Costs next to nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps one odd batch from throwing the weights off. A limit far below the usual norm slows learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes activations again in the backward pass instead of keeping them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: saves most of the activations&apos; memory for about a third more time; same result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves most of the activations&apos; memory and costs about a third more time. The result is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same rate throughout, after a warm-up if one is wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls along half a cosine to the minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the rate falls from its full height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: the weights are shaken more often; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each restart shakes the weights out of where they have settled; the end of each cycle is a good moment to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls along half a cosine again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls as 1/√t: slower and slower, without an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls in a straight line to the minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 falls in a straight line; above 1 the rate falls early and ends gently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: low rates earlier, a gentler end; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 spends most of the run at low rates, 0.5 most of it at high ones. Costs neither memory nor time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises during warm-up, then falls along a power of a line to the minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the run over which the rate rises from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer: a steadier start, fewer steps at the full rate; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rise of 3 to 10 % keeps the first steps, whose gradients are the least reliable, from spoiling a pretrained model. 0 starts at the full rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer steps of warm-up; 0 takes the share of the run instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: a steadier start, fewer steps at the full rate; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed number makes runs of different length start alike. Optimizers with running means want some 100 steps before these mean much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the learning rate that is left at the end of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher: keeps learning to the end, settles less; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 lets the run settle; 0.1 keeps it learning, which helps when it may be continued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the run, at its end, over which the rate falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer: settles more gently, less time at the full rate; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it begins, the run can be prolonged at will. 10 to 20 % are usual; most of the gain comes within it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the rate falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steep first did best in comparisons; costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − √ falls fastest at first and did best where shapes were compared. No difference in memory or time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up, stable, decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises during warm-up, stays at the full rate, and falls to the minimum at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − √: steep first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the study is called; its folder is named after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study of the same name goes on where it was: runs that are done are not repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method that all others are compared with; empty for the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it before the runs. The fewer comparisons, the smaller the difference that can be shown: against one baseline there are as many as there are other methods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of each method, each with another seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With one seed the result holds for these trained models only. Three show large differences, five and more show smaller ones and hold for new seeds as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others follow it: 42, 43, 44, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every method gets the same amount of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps and tokens compare what methods make of the same data, time what they make of the same wait. With trainable parameters the size of each method (rank, bottleneck, virtual tokens) is chosen to match, with memory the largest micro-batch that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps, tokens, parameters, GiB or minutes; 0 keeps the base&apos;s steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is possible for steps only: then each run has the budget of the base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rates tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the race each method is tried at these multiples of its learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate with the best validation loss goes into the race, so that no method loses by its default. Empty: no search. Methods with a grid over the learning rate are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a share of the race&apos;s runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short tries favour high rates a little; below a tenth the warm-up is most of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that decide the race; empty for the validation file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better examples that neither the search of learning rates nor the choice of the best checkpoint has seen, for those follow the validation data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of another kind: how much worse the model gets on it is what it forgets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured before training and after. Empty: not measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples that are measured afterwards: how much better they are than held-out ones is overfitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: not measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run ends after this time, whatever is left of it; 0 sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it cuts methods short, they did not get the same amount; the report says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this time no further run starts; 0 sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs go seed by seed through all methods, so that a study that was cut short is still a comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainable parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations (ShareGPT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt and completion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction and output (Alpaca)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text and label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdapterHub adapter (adapter_config.json, pytorch_adapter.bin, adapter.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small; loaded beside the base model by AdapterHub&apos;s adapters library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF adapter (adapter.gguf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A LoRA for llama.cpp, Ollama and LM Studio; loaded beside the GGUF file of the base model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF model (model.gguf: weights, tokenizer and chat template)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file for llama.cpp, Ollama, LM Studio and others; q8_0 takes a quarter of the space of f32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged model (config.json, model.safetensors, tokenizer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as the base model; loaded like any other model, without PEFT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEFT adapter (adapter_config.json, adapter_model.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small; loaded beside the base model by PEFT, transformers, vLLM and others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pyreft interventions (config.json, intkey_….bin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very small; loaded beside the base model by pyreft, which asks for the positions again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table with a value a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JSON object a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder for `mlflow ui --backend-store-uri`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder of event files, for `tensorboard --logdir`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed bf16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bf16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>int8 base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NF4 base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantized weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes and scales of the blocks&apos; weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>averaged weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of every trained tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the accelerator&apos;s matrix products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimizer states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of every trained tensor, from the second step on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens, positions, labels, rotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what trains, as far as backward has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what blocks keep for backward, and the block that is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logits of 256 rows at a time, hidden rows and their gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is only passing: gradients of activations, copies in other types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that the allocator adds to each block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QLoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QDoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which method the run uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which optimizer the run uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which schedule the run uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 4 bits with an adapter: four rows of 1,024 tokens at a time, 16 a step. For a GPU, or a processor with bf16 instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 16 bits with an adapter: two rows of 1,024 tokens at a time, 16 a step. For a GPU, or a processor with bf16 instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>48 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 16 bits with an adapter: eight rows of 2,048 tokens at a time, 16 a step. For a GPU, or a processor with bf16 instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 4 bits with an adapter: one row of 512 tokens at a time, 16 of them a step. For a GPU, or a processor with bf16 instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of 8 billion parameters in 16 bits with an adapter: 16 rows of 2,048 tokens at once. For a GPU, or a processor with bf16 instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DoRA at rank 32: in its authors&apos; comparison better than LoRA at the same rank (78.4 against 74.7 %, eight tasks, 7 billion parameters; arXiv:2402.09353). Steps take longer and need more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA on every linear map, rank 16, three passes over the data: little memory, hardly slower than anything else, and the result merges into the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full fine-tuning: the most capable, and 16 bytes of memory for each parameter where LoRA needs 4. For small models, or where LoRA has been shown to fall behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 steps of a small LoRA: shows within minutes whether data and template are right, before a long run is worth its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a few hundred examples, which are memorised soon: a small rank and dropout work against it, and frequent evaluations show when it begins. Give it validation data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoReFT trains about 0.03 % of a model of 7 billion parameters, some MiB in a file, and costs no time while answers are generated. It does not merge into the model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+4</source>
        <translation>Ctrl+4</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+5</source>
        <translation>Ctrl+5</translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+6</source>
        <translation>Ctrl+6</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+7</source>
        <translation>Ctrl+7</translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+8</source>
        <translation>Ctrl+8</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+9</source>
        <translation>Ctrl+9</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::AccessPanel</name>
    <message>
        <source>The token from the desktop&apos;s keyring is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token from the variable %1 is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token from the file %1 is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token: public repositories open, private and gated ones do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hub and cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set HF_ENDPOINT to use a mirror, HF_HUB_CACHE or HF_HOME to keep the cache elsewhere. All tools of Hugging Face share the cache: what they have fetched is used here, and the other way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token with the right to read is made in the settings of your account on the hub, under “Access Tokens”. Looked for in this order: the keyring, HF_TOKEN, the file that “hf auth login” writes. It is sent to the hub&apos;s own address only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token that was found cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring keeps the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has no token any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::AdjustDialog</name>
    <message>
        <source>Change settings of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next step on. The run saves a checkpoint, so that a resume keeps the change, and its record says when it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the schedule, which goes on; more than 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate every so many steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In optimizer steps; 0: only at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Evaluate every (steps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate is a number that is more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps are a whole number, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::AnswerColumn</name>
    <message>
        <source>ended by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended at a stop text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut at the longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s context is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this column away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another adapter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · loaded in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · switched in %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::AnswerView</name>
    <message>
        <source>Answer; arrow keys go from token to token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2; else %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::BandChart</name>
    <message>
        <source>%1 ± %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %L2 points, last %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not finite: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero or below, not on this axis: %L1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::BarChart</name>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::BasisBar</name>
    <message>
        <source>“%1” = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as “%1”, but: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::CalibrationCard</name>
    <message>
        <source>%1: %2 more than predicted, the median of %3 runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no more than predicted in %2 runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process took %1 beside its tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimates are no longer corrected; the runs stay in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On an accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected by what finished runs took, from the third run on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ChartBar</name>
    <message>
        <source>Undo zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoes the last zoom (Backspace in a chart)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing of the training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMA %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, debiased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: s ← w·s + (1−w)·y, drawn as s / (1−wⁿ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs along the charts; logarithmic axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss and gradient norm on a logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs along on a logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ChartSaveButton</name>
    <message>
        <source>Save a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves a chart as PNG, SVG, PDF or CSV</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ChosenRuns</name>
    <message>
        <source>About the chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes and tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 checkpoint moved into the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checkpoints moved into the trash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::Closing</name>
    <message>
        <source>Saving the run; the window closes when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study is at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it and save what it has learned? It can be resumed at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ColumnChooser</name>
    <message>
        <source>Columns of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings, metrics, figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown, from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (pinned)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ColumnMapEdit</name>
    <message>
        <source>Choose training files to see their columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the part %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not in the file)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page, an action, a setting, a preset or a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a page, an action, a setting, a preset or a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has such a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ComparePage</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two or more runs in the history and press “Compare”: their curves, settings and numbers then stand here side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show runs that differ by their seed alone as a mean with its deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is compared here, as a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as Markdown, HTML or LaTeX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart was saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the runs could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no longer compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LaTeX (*.tex)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison was saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison is in the clipboard, as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ComparedGroupModel</name>
    <message>
        <source>%1, %2, baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the metric that Curves show: at the cursor, or else the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ComparedList</name>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n seeds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the others with the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen one out of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other runs in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::CurvesView</name>
    <message>
        <source>Curves of the compared runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing: debiased moving average of each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMA %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band around the mean over seeds: the standard deviation, or the confidence interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs have no values of this metric</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::DataPage</name>
    <message>
        <source> and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, validated on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a model and training files are chosen, all rows are examined here before anything trains: what cannot be read, what is cut, what is repeated. And every row is shown as the model sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data in Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the examination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the files anew (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the model sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows of the first epoch&apos;s batches, in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows are being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows are being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all rows were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examination was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a run would stop at this data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a run can start with this data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::DifferenceModel</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::DiskUseDialog</name>
    <message>
        <source>Disk use of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;Exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean up checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move checkpoints that nothing needs into the trash: of every run all but the newest and the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove deleted runs and checkpoints for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs take up %1, the trash %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checkpoints moved into the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash keeps them for 30 days, or until it is emptied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 for good?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::DownloadRow</name>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the hub for the list of files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1/s, %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused; what has come is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, the hash of every file verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, every hash verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it and delete what has come of unfinished files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::EffectLine</name>
    <message>
        <source>Explain (F1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::EstimatePanel</name>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model to see what the run will need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule of thumb counts weights, gradients and optimizer states of N parameters with B bytes each. Activations, temporaries and frozen weights are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits where…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every method in every precision on this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest in the phase “%1”. Rule of thumb: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more are to be expected: the median of %2 finished runs here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finished runs took no more than predicted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process itself took %1 beside its tensors.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ExportPage</name>
    <message>
        <source>Nothing to export yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a run has finished, its adapter can be taken out for PEFT and the programs that read its format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What and where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best validation loss %1 at step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run can be written in none of the formats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 About %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing, reading back, comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available when the run that is active has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ExportResult</name>
    <message>
        <source>%1 tokens of %2 validation examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fixed tokens, as the run has no validation data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files answer as the trained model does. Read back and asked for the next token after each of %1, they chose the same one in %2 of the cases; what differs in the numbers is rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files answer almost as the trained model does: this format stores the numbers less precisely. Read back and asked for the next token after each of %1, they chose the same one in %2 of the cases. Look at a few answers before you rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files do not answer as the trained model does. Do not use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written, read back and compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean KL divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the predicted probabilities have moved, averaged over the tokens. 0: not at all; below 0.01 nobody notices it in the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest logit difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logits are the raw scores of the possible next tokens, before they become probabilities. The worst of all that were compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the largest; up to %2 is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FieldExplanation</name>
    <message>
        <source>Close (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in run files: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FieldRow</name>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this field as in the base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value is set; several, as in 4, 16, are a grid: each is tried.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FieldSearch</name>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its name, its key, or a word of its explanation (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FindingList</name>
    <message>
        <source>Stops the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong with the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the setting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FitCellButton</name>
    <message>
        <source>fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FitSuggestions</name>
    <message>
        <source>It would fit with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it so</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FitTableDialog</name>
    <message>
        <source>What fits where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peaks of training with the run&apos;s optimizer, on %1 rows of %2 tokens. Methods have their defaults, the run&apos;s own its settings. Press a number to choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory to fit into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this machine has free, or any other size: 24 GiB, 80 GB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::FitTableView</name>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trains %2 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::GradientRange</name>
    <message>
        <source>No step was skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step was skipped: the loss scale was too large for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps were skipped: the loss scale was too large for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underflow: gradients too small for 16 bits lose digits, or become 0. In fp16 a larger or a dynamic loss scale helps, or bf16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients in 16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients in 16 bits (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HealthTiles</name>
    <message>
        <source>Rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more loses its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more lose their answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run would stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HistoryHeader</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: town lora, or loss &lt; 0.5 and method.rank &gt;= 16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words are searched in name, model, method and tags. Conditions: == != &lt; &lt;= &gt; &gt;=, : for “contains”, and, or, not, in (1, 2), x == missing. Columns are called as the headers&apos; help says, for example status, method.rank, validation_loss.best, starred, tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder of logs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import log files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk use and clean-up…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HistoryPage</name>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run is kept here with its settings, curves and samples, so that you can compare, resume and export it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the first run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns, filter, order and groups are kept under this name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word for the chosen runs:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubCacheList</name>
    <message>
        <source>Nothing from the hub lies on this machine yet.
What you download, or another tool of Hugging Face has downloaded, stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repositories on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubDownloads</name>
    <message>
        <source>Cancel the download?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished files of %1 are deleted. “Pause” keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubPage</name>
    <message>
        <source>Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set: nobody is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks nobody over the network; what lies in the cache can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are freed, for every tool that shares the cache. Runs that were made from it can be neither resumed nor exported until it is downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is deleted, %2 are free again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubReach</name>
    <message>
        <source>This Tunebench was built without the hub: what lies in the cache can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offline switch is on: nobody is asked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::HubSearch</name>
    <message>
        <source>What is searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a name, as “smollm” or “org/name”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name to search for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the hub for names with this text in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of a name and press Search.
Nothing is asked over the network before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found, because the hub could not be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub knows no model with “%1” in its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub knows no data set with “%1” in its name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::InterruptedWork</name>
    <message>
        <source>The study “%1” is not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can go on with the run that was at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can go on from its last checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can go on from its last checkpoint. There are %1 runs like it in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LabelsCard</name>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples of each label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LargestList</name>
    <message>
        <source>The largest that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One at a time, with everything else as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model of the family: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the most there can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it so</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LengthPanel</name>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 passes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier run had steps of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a step in “%2”; evaluations come on top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model and training data to see how long the run will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit of time ends the run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LengthsCard</name>
    <message>
        <source>Length of examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples by their length in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in tokens, before they are cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No example was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortest %1 · median %2 · 90 % up to %3 · 99 % up to %4 · longest %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LineChart</name>
    <message>
        <source>not finite: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not above 0: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %L2 points, here %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %L2 points, last %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %L1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LiveCharts</name>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory (GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first step is on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LivePage</name>
    <message>
        <source>No run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss, speed and memory of a run appear here while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples, log, metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best validation loss %1 at step %L2, %3 of training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss %1, %2 of training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: try it in the Playground, or take it out with Export.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::LogView</name>
    <message>
        <source>What happens during the run appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MachineView</name>
    <message>
        <source>Processors (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tunebench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the machine (GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured once a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no other metric yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MainWindow</name>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages, actions, settings, presets and runs by their names (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MethodEditor</name>
    <message>
        <source>Name in the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a field, or try several values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search its learning rate before the race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short runs at the learning rates below; the best goes into the race, so that no method loses by its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the base (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MethodList</name>
    <message>
        <source>Methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They train one after another on the same data, and are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to compare</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none yet: add at least two</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MethodTable</name>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a name to choose the method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters that train, and their share of the model&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that training needs at once, with the other settings as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the result can become part of the model&apos;s weights, so that it costs nothing when the model is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the result lies beside the model: a small file, one of several that are switched without loading the model again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the method puts before each text: it takes room of the context and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the method is described, on arxiv.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keys a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model to see what each method costs on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all methods on this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than the %1 that are available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, paper: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::MetricsView</name>
    <message>
        <source>What was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means over the seeds ± standard deviation; in brackets the difference from the baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In brackets the difference from the baseline. Differences between single runs are luck in part: several seeds tell how much.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ParallelChart</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (log)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ParallelView</name>
    <message>
        <source>Axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the settings and numbers that have an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel coordinates of the compared runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag along an axis to choose lines; click it to let go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ParamField</name>
    <message>
        <source>Explain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ParamForm</name>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PathEdit</name>
    <message>
        <source>Data files (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or drop a file or a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or drop a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or drop a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PathListEdit</name>
    <message>
        <source>Add another file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PlanPanel</name>
    <message>
        <source>about %1 in all, %2 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing limits their time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it will cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned runs of each method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that are done already are not repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs after %2 short tries of learning rates; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No estimate yet: something is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each run: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fit into the free memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run is active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it, or wait until it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PlaygroundPage</name>
    <message>
        <source>Nobody to ask yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model: it answers here beside its adapters, on the same prompt and with the same seed, and shows how sure it was of every token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the model is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to four answer side by side; a folder that is dropped here gets a column too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped answering: a run starts and needs the machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of an adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is training: the answers come when it pauses or ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PrecisionPanel</name>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution at 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As run files name it, and what this run uses it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a number takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is beyond it is infinite: overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller numbers have fewer digits, and from some size on none: underflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance from 1 to the next number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of large matrix products, where most of a training step goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, about %2 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure speed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies large matrices of every type on the device of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide number types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number types: range, resolution, speed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring every type: a second or two…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible as soon as the run that is active has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits save memory here, not time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PresetDialog</name>
    <message>
        <source>Save as a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps method, training and precision, for any model and data. A preset of the same title is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to take it, and why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PreviewPanel</name>
    <message>
        <source>Previous example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from the first %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens are learned (coloured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label: %1, of %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 more cut off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PromptCard</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System message (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is told before the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns answer, one after the other (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was answered so far stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt as a sample of the run, or with an answer in an evaluation set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you say, as the model&apos;s chat template writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text that the model goes on from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::PromptKeeper</name>
    <message>
        <source>As a sample of the run in Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an evaluation set, with the answer of %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an evaluation set: there is no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in Setup answers this prompt at each evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on from the text as it stands, without a chat template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation set to add to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer counts as right: correct it in the file where it is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate with it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::QueuePanel</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run at work, on page Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the run at work and start no other; it goes on from here later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what waits; what is done is not repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Down</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is not done, or ended if it is at work; it can be tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts a run that failed or was left out back into the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: a run that fails pauses the study. Leave it on overnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the run at work and those after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run at work waits, its model in memory; none begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RepositoryCard</name>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no licence stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see what it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A branch, a tag, a pull request (refs/pr/1) or a commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the cache…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Show files” asks the hub for the files and their sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is needed lies in the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download fetches %1 in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download fetches %1 in %2; %3 of the disk are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has too little room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are needed and %2 are free. Delete something, or put the cache elsewhere with HF_HUB_CACHE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the cache: %1 in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file has come to its end yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the hub for the files and their sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is among the downloads below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches what is newer on the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches what loading and training need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills it into Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to be downloaded first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes it out of the cache</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ResultsPanel</name>
    <message>
        <source>Results of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the report lies in every format, beside what was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As HTML, Markdown, LaTeX or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far: runs are still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RowBrowser</name>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number and press Return to go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first rows of each file were read. With all of them the rows are packed as in the run&apos;s first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line separates examples: none of them sees another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids and positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below each token its id and, behind the @, its position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data has no example to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the first rows of each file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a token, or go to it with the arrow keys, to see its id and position.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunActions</name>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from the run&apos;s last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill Setup with the run&apos;s settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the run&apos;s result out as files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the chosen runs side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the chosen runs, to find them again: starred == true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the chosen runs a word, to find them again: tag:word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the chosen runs out of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the chosen runs into the trash; they can be restored for 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one run that was stopped or interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run is active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has ended: “Run again” starts a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunCurves</name>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient underflow (share)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient overflow (share)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory (bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose runs in the table to lay their curves over each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen runs have no values of this metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2 chosen runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunDetailsPane</name>
    <message>
        <source>Details of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one run to see everything about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics, with their steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;To step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move checkpoints that nothing needs into the trash: all but the newest and the best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunDifferences</name>
    <message>
        <source>Settings in which the runs differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two or more runs to see in which settings they differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs have the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunEdits</name>
    <message>
        <source>1 run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 taken out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 being trained, left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunFiles</name>
    <message>
        <source>Open a run file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the run file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line runs it too: tunebench-cli run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the preset “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is under “Start from”, and on the command line: tunebench-cli run --preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the command that starts the same run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunForm</name>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunHeader</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two steps; the model stays in memory (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run after this step; it can be resumed (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run with the same settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the result out as files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause and release memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run stops, and what it has learned is deleted, its checkpoints too. Its curves stay in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the engine, the model and the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model and the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunList</name>
    <message>
        <source>Runs, pinned columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunNotes</name>
    <message>
        <source>baseline, rank sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wanted to find out, and what came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived: hidden from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunPresence</name>
    <message>
        <source>%1. Best validation loss %2 at step %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Training loss %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunRequests</name>
    <message>
        <source>A study is at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run is active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it, or wait until it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunTableModel</name>
    <message>
        <source>%1 of %2 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured %1, predicted %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1, standard deviation %2, of %3 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 · %3</source>
        <comment>folded or not, group, number of runs</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunTiles</name>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient norm %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best %1 at step %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::RunTransfer</name>
    <message>
        <source>Older states of the same logs were archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These logs were imported before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs written to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SampleTimeline</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All prompts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SamplesView</name>
    <message>
        <source>Answers to the sample prompts appear here, at every evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %L1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SamplingCard</name>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ScatterChart</name>
    <message>
        <source>%1 ± %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; on the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on these axes: %L1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SeenRowView</name>
    <message>
        <source>Tokens of the row; arrow keys go from token to token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more tokens of this row are not drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 line %2 · %3 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 more cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” · id %2 · position %3 · %4 · example %5 of %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While a run trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the machine awake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the run ends or is paused; from the next run on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me when it has ended, if another window is in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History, runs and checkpoints are kept here. To use another folder, start Tunebench with --data-folder, or set TUNEBENCH_DATA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does the training. It is loaded when it is first needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loads it and measures how fast it multiplies matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked as soon as the run that is active has ended…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading and measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch %1, threads: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 GFLOP/s in fp32 matrix products</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SettingsView</name>
    <message>
        <source>Settings in which the runs differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also those that an imported run does not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs do not differ in any setting that is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of imported runs only the settings are known that the other program wrote down: in %n others it cannot be said whether they differ.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SetupHeader</name>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model and data that come with Tunebench: a whole fine-tuning in two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run file (Ctrl+O), a preset, or an earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a run file… (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For later, for other models, or for the command line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SetupPage</name>
    <message>
        <source>A folder from Hugging Face: config.json, safetensors, tokenizer.json. It is only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run is active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it, or wait until it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run file is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed the preset “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model and training data to see the tokens and which of them are learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model and training data to see how long the run will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::SetupSide</name>
    <message>
        <source>No estimate: the model cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model to see what the run will need.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StackedBar</name>
    <message>
        <source>Memory by item</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StartMenu</name>
    <message>
        <source>A run file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample that comes with Tunebench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as an earlier run, but…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StartPanel</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the run (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it can start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready, with remarks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StatusLine</name>
    <message>
        <source>No run is active · data in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · step %L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · step %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · loss %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StepButton</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is missing or wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StepStrip</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trains %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StudyChoices</name>
    <message>
        <source>No model is chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take from Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model, data, training and precision as Setup holds them now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All others are tested against this one. Choose it before the runs: the fewer comparisons, the smaller the difference that can be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StudyPage</name>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study of the same name goes on where it was: runs that are done are not repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A race of eight methods on the sample, three quarters of an hour at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study file, or a study of before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a study file, for later or for the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its runs stand here in their order once it has been started: they can be moved, paused, left out and tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the methods reach and what they cost, tested against the baseline on the same examples, appears here as runs are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Setup holds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line runs it too: tunebench-cli study %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the study file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the study was started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of the study is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise “Time for all” in its plan to go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StudyPlanModel</name>
    <message>
        <source>~ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 a run, by what training of this model took before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known before a run of this model has been timed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends after %1 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the memory that is free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than is free now: its runs would run out of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed arithmetic of a step, compared with the baseline&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs of the race, one a seed; before them %2 short tries of learning rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::StudyQueueModel</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untrained model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best validation loss of the short run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss on the held-out data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of loading, training and measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TestsView</name>
    <message>
        <source>Tests against the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to test: a single run, or seeds of a single experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs cannot be tested against the baseline: a test needs the loss of each held-out example, of the same examples for each run. Studies measure that for all of their runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TokenBars</name>
    <message>
        <source>Probabilities of the token that is pointed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a token of an answer, or go there with the arrow keys: how likely it was, and what else could have stood there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TokenCard</name>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber: below 50 %. Red: below 10 %.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TokenView</name>
    <message>
        <source>Tokens of an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1, learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1, only read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::TradeOffView</name>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis of the cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade-off of the compared runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has values of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: the front. No other run costs less and is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars: standard deviation over the seeds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tunebench::ui::ViewMenu</name>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete view “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived runs too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned at the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
